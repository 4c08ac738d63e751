import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { networkInterfaces } from 'node:os';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, undressedBytes } from './rules/public-address';

/** An address that leads into the house; nothing was sent there. */
export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE';
  constructor(readonly address: string) {
    super(`${address} is not an address on the open internet`);
  }
}

/** Every address this machine has at the moment. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((found) => (found ?? []).map(({ address }) => address));

type Resolver = (
  hostname: string,
  options: LookupOptions & { all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The look-up of the connection itself: what it lets through is what the socket connects to, so that a name cannot be one
 * address when it is judged and another when it is called. One address of the house among several is enough to refuse.
 */
export const guardedLookup =
  (resolve: Resolver = lookup): LookupFunction =>
  (hostname, options, found) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const inside = addresses.find(({ address }) => !isOutside(address));
      const [first] = addresses;
      if (inside || !first) return found(new PrivateAddress(inside?.address ?? hostname), []);
      if (options.all) found(null, addresses);
      else found(null, first.address, first.family);
    });
  };

/** Public, and not this machine under one of its own public addresses, however they are dressed. */
export function isOutside(address: string, own: readonly string[] = ownAddresses()): boolean {
  if (!isPublicAddress(address)) return false;
  const wanted = String(undressedBytes(address));
  return !own.some((known) => String(undressedBytes(known)) === wanted);
}
