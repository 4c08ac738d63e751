import { type Deal, type Model } from './reference-words';
import { worth, type Line } from './reference-books';
import { effective, type Coin, type State } from './reference-log';

/** What can be seen of a run, in words: of the reference and of the tables alike. */
export interface View {
  readonly deals: Readonly<Record<string, readonly string[]>>;
  readonly offers: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
  readonly agendas: readonly string[];
}

export const viewOf = ({ deals, offers, accounts, agendas }: Model): View => ({
  deals: Object.fromEntries([...deals].map(([name, deal]) => [name, dealInWords(deal)])),
  offers: Object.fromEntries(
    [...offers].map(([name, { deal, at, state, version }]) => [name, `${deal} ${moment(at)} ${state} v${version}`]),
  ),
  accounts: Object.fromEntries(
    [...accounts].map(([name, { mergedInto, version }]) => [name, `${mergedInto ?? 'itself'} v${version}`]),
  ),
  agendas: [...agendas].toSorted(inOrder),
});

export const moment = (at: number | Date): string => new Date(at).toISOString();
export const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);

/** The record, its log row by row (a row holds two amounts in one currency), and its lines in an order of their own. */
function dealInWords({ state, version, cost, account, shared, log, lines }: Deal): string[] {
  const rows = effective(log);
  const entered = rows.findLast(({ before, after }) => before?.stage !== after.stage)?.at ?? 0;
  const says = (one: State) => stateInWords({ ...one, amount: one.amount === null ? null : String(one.amount) });
  return [
    `${says(state)} at ${cost ?? 'an unknown cost'} v${version} of ${account ?? 'nobody'}${shared ? ', shared' : ''}, since ${moment(entered)}, made ${moment(rows[0]?.at ?? 0)}`,
    ...log.map(
      ({ at, before, after, fix, of }, place) =>
        `${place + 1} ${moment(at)} ${before ? says({ ...before, coin: after.coin }) : 'nothing'} > ${says(after)} ${fix ?? ''} ${of ?? ''}`,
    ),
    ...lines.map(lineInWords).toSorted(inOrder),
  ];
}

export const stateInWords = (state: Omit<State, 'amount'> & { readonly amount: string | null }): string =>
  `${state.stage} ${state.outcome} ${state.amount ?? 'unknown'} ${state.coin} ${state.closed ?? 'open'}`;

/** A run has one currency for itself. */
export const coinOf = (currency: string, own: string): Coin => (currency === own ? 'foreign' : 'home');

/** A line with the line it takes back or is a credit of, because lines have no names. */
export const lineInWords = (line: Line): string =>
  `${line.amount} ${line.coin} at ${line.cost ?? 'an unknown cost'} on ${line.day} for ${line.adjusts ?? line.day} by ${line.row ?? 'hand'} is ${worth(line.amount, line.rate)} then ${worth(
    line.amount,
    line.restatedRate,
  )}${line.reverses ? ` takes back [${lineInWords(line.reverses)}]` : ''}${line.creditOf ? ` credit of [${lineInWords(line.creditOf)}]` : ''}`;
