/**
 * The first name that one object of a JSON text gives to two fields; null when there is none. Who reads JSON keeps the last of
 * them in silence, and an amount said twice is two amounts. The text must be JSON; each character is looked at once or twice.
 */
export function findRepeatedField(text: string): string | null {
  /** The names so far of each object that is open, the innermost last; null stands for a list. */
  const open: (Set<string> | null)[] = [];
  let isNameNext = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '{') open.push(new Set());
    else if (mark === '[') open.push(null);
    else if (mark === '}' || mark === ']') open.pop();
    if (mark === '{' || mark === ',') isNameNext = Boolean(open.at(-1));
    else if (mark === '[') isNameNext = false;
    if (mark !== '"') continue;
    const end = endOfText(text, at);
    if (isNameNext) {
      const name = nameOf(text.slice(at, end + 1));
      if (open.at(-1)?.has(name)) return name;
      open.at(-1)?.add(name);
    }
    isNameNext = false;
    at = end;
  }
  return null;
}

/** Where the quotation mark stands that ends the text begun at `from`: one that no backslash belongs to. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) return text.length;
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

/** The same name may be written with and without escapes. */
const nameOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
