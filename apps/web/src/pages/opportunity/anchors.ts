import type { Entry } from './tell-history';

/** Where a row of the log, or a line of money, stands on the page, so that those about it can point there. */
export const anchorOfRow = ({ seq }: { readonly seq: number }): string => `row-${seq}`;
export const anchorOfLine = ({ id }: { readonly id: string }): string => `line-${id}`;

/** One for each entry, unlike every other. */
export function anchorOf(entry: Entry): string {
  switch (entry.kind) {
    case 'move':
      return anchorOfRow(entry.move);
    case 'correction':
      return anchorOfRow(entry.correction);
    case 'booking':
      return anchorOfLine(entry.booking);
    case 'restatement':
      return `${anchorOfLine(entry.booking)}-${entry.restatement.revision}`;
    case 'touched':
      return `touch-${entry.touch.id}`;
    default:
      return `${entry.kind}-${entry.handOff.id}`;
  }
}
