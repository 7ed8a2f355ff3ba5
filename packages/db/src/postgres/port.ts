import { createServer } from 'node:net';
import { hasErrorCode } from '../error-code.ts';
import { PortTakenError } from './errors.ts';

const HOST = '127.0.0.1';

/**
 * The port itself if it can be listened on, or a free one for 0. It is only looked at, not held: another program may
 * still be faster.
 *
 * @throws PortTakenError
 */
export async function availablePort(port: number): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(hasErrorCode(error, 'EADDRINUSE') ? new PortTakenError(port) : error));
    server.listen(port, HOST, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
