import { text } from '@tandem/language';
import type { Letter } from './agenda-letter';

/** The letter as plain text, with every fact and address the HTML has. */
export function letterText(letter: Letter): string {
  const { series, when, chair, greeting, intro, nothing, ownTitle, own, sections, url, footer } = letter;
  const say = (key: string, facts: Readonly<Record<string, string>>) =>
    text(letter.locale, `mail:agenda.${key}`, facts);
  const blocks = [
    [series, when, chair],
    [greeting, intro],
    [say('openAt', { url })],
    [ownTitle, ...own.map(({ title, due }) => `* ${say('ownAction', { title, due })}`)],
    ...(nothing ? [[nothing]] : []),
    ...sections.map(({ title, items, more }) => [
      `== ${title} ==`,
      ...items.flatMap((item) => [`- ${item.title}`, `  ${[item.why, item.carried].filter(Boolean).join(' ')}`]),
      ...(more ? [`  ${more}`] : []),
    ]),
    ['--', footer],
  ];
  return `${blocks.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
}
