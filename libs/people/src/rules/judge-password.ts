import { refusal, type Refusal } from '@tandem/kernel';

/** Long beats clever: a few words are easier to keep and harder to guess than a short one full of signs. */
export const shortestPassword = 12;
const fewestDifferent = 5;
/** Names shorter than this are in many a good password by chance. */
const shortestName = 4;

/** Whether somebody may take a password: long, not one sign again and again, and not their own name or address. */
export function judgePassword(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): Refusal | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...password].length < shortestPassword)
    return refusal('person.password_short', `A password has ${shortestPassword} characters or more.`, {
      least: shortestPassword,
    });
  if (new Set(plain).size < fewestDifferent)
    return refusal('person.password_monotonous', `A password has ${fewestDifferent} different characters or more.`, {
      least: fewestDifferent,
    });
  const own = [name, email.split('@')[0] ?? ''].map((word) => word.trim().normalize('NFKC').toLowerCase());
  if (own.some((word) => word.length >= shortestName && plain.includes(word)))
    return refusal('person.password_own_name', 'A password does not hold your own name or address.');
  return null;
}
