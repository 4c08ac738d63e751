/** What was looked at: `{ ok, says, examples }`, with examples only where something is off. */
export const check = (ok, says, examples = []) => ({ ok, says, examples: ok ? [] : examples });
