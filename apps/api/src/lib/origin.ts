import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { isLoopback } from './config.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request may not be answered; null when it may. Two guards: on loopback the Host header must name this machine
 * (else a foreign site could reach it by rebinding its name to 127.0.0.1), and a request that changes something must
 * come from our own page (Origin, or Sec-Fetch-Site when there is no Origin).
 */
export function crossOriginReason(
  request: Pick<FastifyRequest, 'method' | 'headers'>,
  config: Pick<Config, 'host' | 'publicUrl'>,
): string | null {
  const host = request.headers.host ?? '';
  const hostname = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const publicUrl = new URL(config.publicUrl);
  if (isLoopback(config.host) && !isLoopback(hostname) && host !== publicUrl.host) return 'host';
  if (safeMethods.has(request.method)) return null;
  const { origin } = request.headers;
  if (origin !== undefined) {
    const isOwn = origin === publicUrl.origin || origin === `${publicUrl.protocol}//${host}`;
    return isOwn ? null : 'origin';
  }
  const site = request.headers['sec-fetch-site'];
  // Programs (curl, the benchmarks) send neither header and no ambient cookie of a browser.
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 'site';
}
