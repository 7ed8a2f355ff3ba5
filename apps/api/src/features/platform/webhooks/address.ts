import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopback } from '../../../lib/config.ts';

/** Networks that no stranger's address may lead to (IANA special-purpose registries, RFC 6890 and its updates). */
const internal = new BlockList();
const internal4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
const internal6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;
for (const [net, bits] of internal4) internal.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of internal6) internal.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is one of a private, local or otherwise special network. */
export function isInternal(address: string): boolean {
  // BlockList reads an IPv4 address written as IPv6 (::ffff:10.0.0.1) by the IPv4 rules.
  return internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Why an endpoint's address can't be used; null when it can. Anything beyond this machine is reached by https; what is
 * inside a private network only when that was allowed for this endpoint. A name is looked at again when it is resolved.
 */
export function addressProblem(
  address: string,
  { isPrivateAllowed }: { isPrivateAllowed: boolean },
): 'not_a_url' | 'not_https' | 'has_credentials' | 'private_address' | null {
  if (!URL.canParse(address)) return 'not_a_url';
  const url = new URL(address);
  const host = hostOf(url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(host))) return 'not_https';
  if (url.username !== '' || url.password !== '') return 'has_credentials';
  if (isLoopback(host) || isPrivateAllowed) return null;
  return isIP(host) !== 0 && isInternal(host) ? 'private_address' : null;
}

/**
 * Resolves a name for one connection and refuses it when any of its addresses is internal: what was checked is what is
 * connected to, so that a name can't point elsewhere in between.
 */
export function guardedLookup(url: URL, { isPrivateAllowed }: { isPrivateAllowed: boolean }): LookupFunction {
  const isUnguarded = isPrivateAllowed || isLoopback(hostOf(url));
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const refused = isUnguarded ? undefined : addresses.find(({ address }) => isInternal(address));
      if (refused) return callback(Object.assign(new Error('private_address'), { code: 'private_address' }), '');
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return first
        ? callback(null, first.address, first.family)
        : callback(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), '');
    });
  };
}
