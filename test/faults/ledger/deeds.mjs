// What somebody does next to an opportunity, of all that changes a figure: decided by the seed and by where it stands.

const hourMs = 3_600_000;

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

/** `{ does, method, path, body }`; `desk` holds what may be pointed at, `now` is in milliseconds. */
export function nextChange({ outcome, stageId, rows }, desk, { random, now }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const does = drawn(weights[outcome] ?? weights.open, random);
  const at = new Date(now - Math.floor((1 + random() * 40) * hourMs)).toISOString();
  const toStageId = pick(desk.stages.filter((stage) => stage !== stageId));
  const post = (path, body) => ({ does, method: 'POST', path: `/${path}`, body });
  const edit = (body) => ({ does, method: 'PATCH', path: '', body });
  const note = 'it was told wrongly';
  switch (does) {
    case 'move':
      return post('moves', { toStageId });
    case 'backdate':
      return post('moves', { toStageId, at });
    case 'win':
      return post('moves', { toStageId: desk.wonStage, ...(random() < 0.3 ? { closeDate: at.slice(0, 10) } : {}) });
    case 'lose':
      return post('loss', { reason: 'price' });
    case 'reopen':
      return post('reopening', { toStageId: desk.stages[0], note, ...(random() < 0.3 ? { at } : {}) });
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
