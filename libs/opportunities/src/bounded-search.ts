import { Problem } from '@tandem/kernel';

/** How long one question of a search may take: somebody is typing. */
export const patienceMs = 400;

/** Rows that are looked through for text in the middle of a name: the newest. */
export const newestRows = 20_000;

const mostWords = 5;

/** What was typed, word by word; more than a few make no difference. */
export const typedWords = (q: string): string[] => q.split(/\s+/).filter(Boolean).slice(0, mostWords);

/** Null instead of an answer that the server gave up: whoever types is better off with the rest than with an error. */
export async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.code === 'database.too_slow') return null;
    throw error;
  }
}
