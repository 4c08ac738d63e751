/** How long whoever comes waits for the question that is on its way: one that nobody answers must not hold up all others. */
const patienceMs = 100;

/**
 * Asks about many keys in one question. While one question is on its way, whoever comes waits for the next, so every answer is asked
 * for after whoever gets it has asked. Undefined for a key that the answer does not know.
 */
export function askTogether<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let next: { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Answer>> } | null = null;
  let isFree: Promise<void> = Promise.resolve();

  const begin = () => {
    const keys = new Set<Key>();
    const answers = isFree.then(() => {
      next = null;
      const asked = ask([...keys]);
      isFree = settledSoon(asked);
      return asked;
    });
    return { keys, answers };
  };

  return async (key) => {
    next ??= begin();
    next.keys.add(key);
    return (await next.answers).get(key);
  };
}

const settledSoon = (asked: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    asked.then(settle, settle);
  });
