import type { Config } from '@tandem/config';
import type { Id } from '@tandem/kernel';
import type { Letter } from './agenda-letter';
import { letterHtml } from './agenda-letter.html';
import { letterText } from './agenda-letter.text';

/** Gmail cuts a message off at 102 kB. */
const largestHtml = 95_000;
/** Items shown of one section, and when that would be too long. */
const shown = [40, 12] as const;

/** Where a meeting stands in the application. */
export const meetingUrl = ({ PUBLIC_URL, PORT }: Pick<Config, 'PUBLIC_URL' | 'PORT'>, id: Id<'agenda'>): string =>
  `${(PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '')}/meetings/${id}`;

/** A letter as it is sent, with fewer items of a section where all of them would be cut off. */
export function fitLetter(word: (most: number) => Letter) {
  const full = word(shown[0]);
  const letter = tooLong(letterHtml(full)) ? word(shown[1]) : full;
  return { letter, subject: letter.subject, html: letterHtml(letter), text: letterText(letter) };
}

const tooLong = (html: string): boolean => Buffer.byteLength(html) > largestHtml;
