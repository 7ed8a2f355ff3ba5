import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port nobody listens on: sign-in must know the page's address before the server listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Whether something listens on the port already; 0 stands for any free one and never is. */
export async function isPortTaken({ host, port }: { host: string; port: number }): Promise<boolean> {
  if (port === 0) return false;
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return false;
}
