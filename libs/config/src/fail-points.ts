import { z } from 'zod';

/** Places where a death hurts most. `mail.accepted`: the mail server has the letter, and the database does not know yet. */
export const failPointNames = ['mail.accepted'] as const;
export type FailPointName = (typeof failPointNames)[number];

interface FailPoint {
  readonly name: FailPointName;
  /** How often, 0 to 1. */
  readonly chance: number;
}

const written = new RegExp(`^(${failPointNames.join('|').replaceAll('.', '\\.')})=(0|1|0?\\.\\d+)$`);

/** Reads `mail.accepted=0.1`, several parted by commas. */
export const failPoints = z.string().transform((text, context): readonly FailPoint[] =>
  text.split(',').flatMap((one) => {
    const [, name, chance] = written.exec(one.trim()) ?? [];
    if (name !== undefined) return [{ name: name as FailPointName, chance: Number(chance) }];
    context.addIssue({ code: 'custom', message: `must look like ${failPointNames[0]}=0.1` });
    return [];
  }),
);

/** Ends the process on the spot where the configuration says so, as a power cut would; does nothing otherwise. */
export class FailPoints {
  constructor(
    private readonly points: readonly FailPoint[],
    private readonly die: () => void = () => void process.kill(process.pid, 'SIGKILL'),
  ) {}

  reach(name: FailPointName): void {
    if (this.points.some((point) => point.name === name && Math.random() < point.chance)) this.die();
  }
}
