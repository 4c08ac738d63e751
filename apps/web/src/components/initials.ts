/** `AL` of Ann Lee; of a Chinese name the given name, as colleagues call each other. */
export function initialsOf(name: string): string {
  const han = name.replaceAll(/[^\p{Script=Han}]/gu, '');
  if (han.length >= 2) return han.slice(-2);
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '?')][0]!.toLocaleUpperCase()).join('');
}
