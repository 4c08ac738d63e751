import type { Draw } from './draw';

/** A customer of the demo company; `parent` is the place of the one it belongs to. */
export interface MadeAccount {
  readonly name: string;
  readonly nameZh: string | null;
  readonly segment: string;
  readonly country: string;
  readonly employees: number;
  readonly parent: number | null;
  readonly overseas: boolean;
}

/** What names are put together from. */
export interface NameParts {
  readonly taiwanRoots: readonly (readonly [string, string])[];
  readonly taiwanTrades: readonly (readonly [string, string, string])[];
  readonly overseasRoots: readonly (readonly [string, string])[];
  readonly overseasTrades: readonly (readonly [string, string])[];
}

/** Every name once, in drawn order; some of the later ones belong to an earlier one of the same root. */
export function makeAccounts(draw: Draw, parts: NameParts): MadeAccount[] {
  const employees = () => Math.round(30 + 4000 * draw.share() ** 4);
  const taiwan = parts.taiwanRoots.flatMap(([root, rootZh]) =>
    parts.taiwanTrades.map(([trade, tradeZh, segment]) => ({
      root,
      account: { name: `${root} ${trade}`, nameZh: `${rootZh}${tradeZh}`, segment, country: 'Taiwan', overseas: false },
    })),
  );
  const overseas = parts.overseasRoots.flatMap(([root, country]) =>
    parts.overseasTrades.map(([trade, segment]) => ({
      root,
      account: { name: `${root} ${trade}`, nameZh: null, segment, country, overseas: true },
    })),
  );
  const drawn = shuffled(draw, [...taiwan, ...overseas]);
  return drawn.map(({ root, account }, place) => {
    const parent = draw.chance(0.05) ? drawn.slice(0, place).findIndex((other) => other.root === root) : -1;
    return { ...account, employees: employees(), parent: parent === -1 ? null : parent };
  });
}

function shuffled<Thing>(draw: Draw, things: readonly Thing[]): Thing[] {
  const order = things.map((thing) => ({ thing, place: draw.share() }));
  return order.sort((one, other) => one.place - other.place).map(({ thing }) => thing);
}
