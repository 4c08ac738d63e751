/** The bytes of an IP address, four or sixteen of them; null when the text is none. Zones (`%eth0`) mean a local network. */
export function addressBytes(text: string): readonly number[] | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  return bare.includes(':') ? sixteenBytes(bare) : fourBytes(bare);
}

/** Where an address leads: an IPv4 address in the dress of IPv6 is reduced to its own four bytes. Null when the text is none. */
export function undressedBytes(text: string): readonly number[] | null {
  const bytes = addressBytes(text);
  return bytes?.length === 16 && isDisguised(bytes) ? bytes.slice(12) : bytes;
}

/**
 * Whether an address lies on the open internet. Everything that stands for this machine, a network of the house, a network
 * of the provider, many at once, or an address in another notation is judged by what it leads to; what is not
 * known to be public is not.
 */
export function isPublicAddress(text: string): boolean {
  const bytes = undressedBytes(text);
  if (bytes === null) return false;
  return bytes.length === 4 ? isPublicV4(bytes) : isPublicV6(bytes);
}

interface Block {
  readonly bytes: readonly number[];
  readonly bits: number;
}

const block = (text: string): Block => {
  const [address = '', bits = ''] = text.split('/');
  const bytes = addressBytes(address);
  if (bytes === null) throw new Error(`no block of addresses: ${text}`);
  return { bytes, bits: Number(bits) };
};

const isWithin = (bytes: readonly number[], { bytes: start, bits }: Block): boolean =>
  start.every((part, place) => {
    const counting = Math.min(8, Math.max(0, bits - place * 8));
    const mask = (0xff << (8 - counting)) & 0xff;
    return (part & mask) === ((bytes[place] ?? 0) & mask);
  });

/** IANA's registry of special addresses, and multicast. */
const specialV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(block);

const globalV6 = block('2000::/3');
/** Within the global range: protocols and tunnels (Teredo, ORCHID, 6to4), benchmarks and documentation. */
const specialV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(block);
/** Notations of an IPv4 address, its last four bytes: mapped, and the well-known prefix of NAT64. */
const disguisedV4 = ['::ffff:0:0/96', '64:ff9b::/96'].map(block);

const isDisguised = (bytes: readonly number[]): boolean => disguisedV4.some((notation) => isWithin(bytes, notation));

const isPublicV4 = (bytes: readonly number[]): boolean => !specialV4.some((special) => isWithin(bytes, special));

const isPublicV6 = (bytes: readonly number[]): boolean =>
  isWithin(bytes, globalV6) && !specialV6.some((special) => isWithin(bytes, special));

function fourBytes(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function sixteenBytes(text: string): number[] | null {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  // Only the very last group may be written as an IPv4 address.
  const first = wordsOf(head, tail === undefined);
  const last = tail === undefined ? [] : wordsOf(tail, true);
  if (first === null || last === null) return null;
  const gap = 16 - first.length - last.length;
  if (tail === undefined) return gap === 0 ? first : null;
  return gap >= 2 ? [...first, ...Array.from({ length: gap }, () => 0), ...last] : null;
}

/** Two bytes for each group. */
function wordsOf(text: string, endsTheAddress: boolean): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes = groups.map((group, place) => {
    if (/^[0-9a-f]{1,4}$/i.test(group)) return [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff];
    return endsTheAddress && place === groups.length - 1 ? fourBytes(group) : null;
  });
  return bytes.every((part) => part !== null) ? bytes.flat() : null;
}
