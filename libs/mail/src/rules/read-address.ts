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
  const trimmed = text.trim();
  const open = trimmed.endsWith('>') ? trimmed.indexOf('<') : -1;
  const name = /^"?([^"<>\r\n]*)"?$/.exec(open < 0 ? '' : trimmed.slice(0, open).trim())?.[1];
  const address = readAddress(open < 0 ? trimmed : trimmed.slice(open + 1, -1));
  return address === null || name === undefined ? null : { name: name.trim(), address };
}
