/** An amount as spreadsheets write it, such as `NT$1,200.50` or `1.234,50 €`, as plain digits; what is none stays as it was. */
export function readWrittenAmount(text: string): string {
  const written = text.trim();
  const found = written.length > longest ? null : /^(\(?)([^\d.,]*)(\d[\d.,\s'’]*)[^\d.,]*$/u.exec(written);
  const plain = found && withPoint((found[3] ?? '').replaceAll(/[^\d.,]/g, ''));
  if (!found || plain === null) return written;
  const sign = found[1] === '(' || found[2]?.includes('-') ? '-' : '';
  return sign + plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** Nobody writes an amount longer than this. */
const longest = 60;

/** One point before the cents and nothing else; null when the signs make no sense. */
function withPoint(digits: string): string | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last === -1) return digits;
  const sign = digits[last] ?? '';
  const other = sign === '.' ? ',' : '.';
  const whole = digits.slice(0, last);
  const rest = digits.slice(last + 1);
  if (whole.includes(other) && !whole.includes(sign))
    return groups(whole, other) ? `${whole.replaceAll(other, '')}.${rest}` : null;
  if (whole.includes(other)) return null;
  if (whole.includes(sign)) return groups(digits, sign) ? digits.replaceAll(sign, '') : null;
  // One comma before three digits groups them; a point is always a point.
  return sign === ',' && groups(digits, sign) ? digits.replace(sign, '') : `${whole || '0'}.${rest}`;
}

const groups = (digits: string, sign: string): boolean =>
  digits.split(sign).every((group, place) => (place === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
