/** What is wrong with a password; the server judges by the same rule. */
export type PasswordFault = 'short' | 'monotonous' | 'ownName';

export const shortestPassword = 12;
const fewestDifferent = 5;
const shortestName = 4;

/** How many characters are missing. */
export const missingIn = (password: string): number => Math.max(0, shortestPassword - [...password].length);

export function judgePassword(password: string, own: readonly string[]): PasswordFault | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (missingIn(password) > 0) return 'short';
  if (new Set(plain).size < fewestDifferent) return 'monotonous';
  const words = own.map((word) => (word.split('@')[0] ?? '').trim().normalize('NFKC').toLowerCase());
  return words.some((word) => word.length >= shortestName && plain.includes(word)) ? 'ownName' : null;
}
