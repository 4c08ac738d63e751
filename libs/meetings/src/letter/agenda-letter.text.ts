import type { Letter } from './agenda-letter';

/** The letter as plain text, with every fact and address the HTML has. */
export function letterText(letter: Letter): string {
  const { series, when, chair, greeting, intro, nothing, ownTitle, own, sections, open, url, footer } = letter;
  const blocks = [
    [series, when, chair],
    [greeting, intro],
    [`${open}: ${url}`],
    [ownTitle, ...own.map(({ title, due }) => `* ${title} (${due})`)],
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
