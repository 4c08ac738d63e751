import { decimalText } from '@tandem/kernel';
import {
  plainValue,
  ratioText,
  sayNote,
  type Figure,
  type FigureRange,
  type FigureValue,
  type Note,
  type Ratio,
} from '@tandem/metrics';

/** A figure as a document: exact, with shares and minor units as text. */
export const plainFigure = (figure: Figure) => ({
  key: figure.key,
  unit: figure.unit,
  betterWhen: figure.betterWhen,
  value: figure.value && plainValue(figure.value),
  unavailable: plainNote(figure.unavailable),
  notes: figure.notes.map(plainNote),
  parts: figure.parts.map(({ key, value }) => ({ key, value: value && plainValue(value) })),
  target: figure.target && plainValue(figure.target),
  attainment: plainRatio(figure.attainment),
  pace: plainRatio(figure.pace),
  standing: figure.standing,
  previous: figure.previous && plainValue(figure.previous),
  yearBefore: figure.yearBefore && plainValue(figure.yearBefore),
});

export const plainRange = ({ gone, ...range }: FigureRange) => ({ ...range, gone: ratioText(gone) });

export const plainNote = (note: Note | null) => note && { code: note.code, detail: sayNote('en', note) };

export const plainRatio = (ratio: Ratio | null): string | null => ratio && ratioText(ratio);

/** A figure on one line, with its target and how it stands. */
export function sayFigure({ value, unavailable, target, standing, notes }: Figure): string {
  const said = value ? sayValue(value) : `n/a (${unavailable ? sayNote('en', unavailable) : 'no reason given'})`;
  const aim =
    value && target ? `, target ${sayValue(target)}${standing ? ` (${standing.replace('_', ' ')})` : ''}` : '';
  return [`${said}${aim}`, ...notes.map((note) => sayNote('en', note))].join('; ');
}

function sayValue(value: FigureValue): string {
  if (value.unit === 'money') return `${value.money.currency} ${grouped(decimalText(value.money))}`;
  return value.unit === 'count' ? grouped(String(value.count)) : sayShare(value.ratio);
}

/** A share in percent with one digit. */
export const sayShare = (ratio: Ratio): string => `${(Number(ratioText(ratio)) * 100).toFixed(1)} %`;

const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ',');
