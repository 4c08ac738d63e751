/** Chance that comes out the same for the same seed. */
export interface Draw {
  /** In `[0, 1)`. */
  readonly share: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** By weight; the weights need not sum to anything. */
  readonly weighed: <Thing>(things: readonly (readonly [Thing, number])[]) => Thing;
}

/** A generator for `purpose` alone, so that drawing more for one thing changes nothing elsewhere (mulberry32 over an FNV-1a hash). */
export function drawFrom(seed: number, purpose: string): Draw {
  let state = hash(`${seed}:${purpose}`);
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  const pick = <Thing>(things: readonly Thing[]): Thing => things[whole(0, things.length - 1)] as Thing;
  const weighed = <Thing>(things: readonly (readonly [Thing, number])[]): Thing => {
    let left = share() * things.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of things) if ((left -= weight) < 0) return thing;
    return pick(things)[0];
  };
  return { share, chance: (probability) => share() < probability, whole, pick, weighed };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return value;
}
