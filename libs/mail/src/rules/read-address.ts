const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;

/**
 * The one mail address that a text is, or null. Lists, names, comments and line breaks are refused:
 * `b@x` followed by a line break and `Bcc: evil@x` would otherwise send to evil@x.
 */
export function readAddress(text: string): string | null {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 254 || at > 64) return null;
  return local.test(trimmed.slice(0, at)) && domain.test(trimmed.slice(at + 1)) ? trimmed : null;
}

/** A sender written `Name <address>` or as a bare address; null when the address is none. */
export function readSender(text: string): { readonly name: string; readonly address: string } | null {
  const match = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>]+)>\s*$/.exec(text);
  const address = readAddress(match?.[2] ?? text);
  return address === null ? null : { name: match?.[1] ?? '', address };
}
