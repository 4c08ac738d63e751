// Many clients at once, until a time has passed or so many moves are acknowledged.
import { openMover } from './mover.mjs';

/** How long what is unanswered at the end is asked for again. */
const lastMs = 60_000;

/** Begins at once. `progress()` goes from 0 to 1; `stop()` lets everybody finish the move they are at. */
export function startLoad({ clients, seed, seconds, moves, fleet, tally, ...rest }) {
  const began = performance.now();
  let overAt = Infinity;
  const movers = Array.from({ length: clients }, (_, number) => {
    const own = fleet.filter((_each, place) => place % clients === number);
    return openMover({ ...rest, number, seed, fleet: own, tally });
  });
  const isOver = () => performance.now() >= overAt;
  const isPatient = () => performance.now() < overAt + lastMs;
  const working = Promise.all(movers.map((mover) => mover.work({ isOver, isPatient })));
  const share = () => {
    const time = (performance.now() - began) / 1_000 / seconds;
    return moves ? Math.max(tally.moves.length / moves, time >= 1 ? 1 : 0) : time;
  };

  return {
    progress: () => Math.min(1, share()),
    async stop() {
      overAt = Math.min(overAt, performance.now());
      await working;
      return (performance.now() - began) / 1_000;
    },
  };
}
