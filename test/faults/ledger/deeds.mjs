// What somebody does next to an opportunity, of all that changes a figure: decided by the seed and by where it stands.

const hourMs = 3_600_000;
/** What began long ago goes on in its past, a few hours at a time, until it has come to now. */
const nearMs = 2 * hourMs;

const weights = {
  open: [
    ['move', 44],
    ['win', 14],
    ['backdate', 9],
    ['amount', 9],
    ['source', 7],
    ['owner', 5],
    ['lose', 5],
    ['redate', 4],
    ['withdraw', 3],
  ],
  won: [
    ['reopen', 55],
    ['credit', 22],
    ['source', 9],
    ['redate', 7],
    ['withdraw', 7],
  ],
  lost: [
    ['reopen', 80],
    ['source', 10],
    ['withdraw', 10],
  ],
};

/** `{ does, method, path, body, at }`; `desk` holds what may be pointed at, `now` is in milliseconds. */
export function nextChange({ outcome, stageId, rows, at: last }, desk, { random, now }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const does = drawn(weights[outcome] ?? weights.open, random);
  const isPast = now - last > nearMs;
  const then = isPast ? last + Math.floor(random() * 12 * hourMs) : now - Math.floor(random() * nearMs);
  const at = new Date(Math.min(now - 1_000, then)).toISOString();
  const toStageId = pick(desk.stages.filter((stage) => stage !== stageId));
  const post = (path, body) => ({ does, method: 'POST', path: `/${path}`, body });
  /** In its past where it has one, else as of now. */
  const dated = (path, body) => ({ ...post(path, isPast ? { ...body, at } : body), at: isPast ? Date.parse(at) : now });
  const edit = (body) => ({ does, method: 'PATCH', path: '', body });
  const note = 'it was told wrongly';
  switch (does) {
    case 'move':
      return dated('moves', { toStageId });
    case 'backdate':
      return { ...post('moves', { toStageId, at }), at: Date.parse(at) };
    case 'win':
      return dated('moves', { toStageId: desk.wonStage, ...(random() < 0.3 ? { closeDate: at.slice(0, 10) } : {}) });
    case 'lose':
      return dated('loss', { reason: 'price' });
    case 'reopen':
      return dated('reopening', { toStageId: desk.stages[0], note });
    case 'credit':
      return post('credits', { amount: { amountMinor: String(1 + Math.floor(random() * 90)), currency: 'TWD' }, note });
    case 'redate':
      return post('corrections', { kind: 'redate', correctsSeq: 1 + Math.floor(random() * rows), at, note });
    case 'withdraw':
      return post('corrections', { kind: 'withdraw', correctsSeq: rows, note });
    case 'amount':
      return edit({ amount: { amountMinor: String(1_000 + Math.floor(random() * 90_000)), currency: 'TWD' } });
    case 'source':
      return edit({ sourceId: pick(desk.sources) });
    default:
      return edit({ ownerId: pick(desk.owners) });
  }
}

function drawn(list, random) {
  let place = random() * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of list) {
    place -= weight;
    if (place < 0) return name;
  }
  return list[0][0];
}
