import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Places where a death hurts most. `mail.accepted`: the mail server has the letter, and the database does not know yet. */
export const failPointNames = ['mail.accepted'] as const;
export type FailPointName = (typeof failPointNames)[number];

interface FailPoint {
  readonly name: FailPointName;
  /** How often, 0 to 1. */
  readonly chance: number;
  /** Which of the times; null where chance decides. */
  readonly seed: number | null;
}

const written = new RegExp(`^(${failPointNames.join('|').replaceAll('.', '\\.')})=(0|1|0?\\.\\d+)(?:@(\\d{1,9}))?$`);

/** Reads `mail.accepted=0.1`, or `mail.accepted=0.1@7` where the seed 7 says which times; several parted by commas. */
export const failPoints = z.string().transform((text, context): readonly FailPoint[] =>
  text.split(',').flatMap((one) => {
    const [, name, chance, seed] = written.exec(one.trim()) ?? [];
    if (name !== undefined) {
      return [{ name: name as FailPointName, chance: Number(chance), seed: seed === undefined ? null : Number(seed) }];
    }
    context.addIssue({
      code: 'custom',
      message: `must look like ${failPointNames[0]}=0.1 or ${failPointNames[0]}=0.1@7`,
    });
    return [];
  }),
);

/** Ends the process on the spot where the configuration says so, as a power cut would; does nothing otherwise. */
export class FailPoints {
  private times = 0;

  constructor(
    private readonly points: readonly FailPoint[],
    private readonly die: () => void = () => void process.kill(process.pid, 'SIGKILL'),
  ) {}

  reach(name: FailPointName): void {
    this.times += 1;
    if (this.points.some((point) => point.name === name && drawn(point.seed, this.times) < point.chance)) this.die();
  }
}

/** In [0, 1). What a seed gives does not depend on anything else that is left to chance in the process. */
function drawn(seed: number | null, time: number): number {
  if (seed === null) return Math.random();
  return createHash('sha256').update(`${seed} ${time}`).digest().readUInt32BE() / 2 ** 32;
}
