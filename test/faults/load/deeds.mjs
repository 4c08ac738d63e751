// What a client does next to an opportunity: it moves it, now and then loses it, and opens again what it has lost.

/** One opportunity in so many is lost instead of moved. */
const lossEvery = 60;

/** `{ topic, to, path, body }`: the event it becomes, the stage it leads to, and what is asked for. */
export function nextDeed({ isLost, stageId }, stages, random) {
  const others = stages.filter((stage) => stage !== stageId);
  const to = others[Math.floor(random() * others.length)];
  if (isLost) {
    return { topic: 'opportunity.reopened', to, path: 'reopening', body: { toStageId: to, note: 'They asked again' } };
  }
  // It stays in the stage where it was lost.
  if (random() * lossEvery < 1) {
    return { topic: 'opportunity.lost', to: stageId, path: 'loss', body: { reason: 'price' } };
  }
  return { topic: 'opportunity.moved', to, path: 'moves', body: { toStageId: to } };
}
