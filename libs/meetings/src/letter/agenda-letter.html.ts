import type { Letter, LetterItem } from './agenda-letter';

const ink = '#1f2328';
const muted = '#5b6570';
const line = '#dde2e8';
const accent = '#0f6e84';
const alert = '#b3261e';
const font = `font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans TC','PingFang TC','Microsoft JhengHei',Arial,sans-serif`;

/** Colours for readers in the dark; the rest of the look is inline, because many mail programs read nothing else. */
const dark = `@media (prefers-color-scheme:dark){.page{background:#14181c!important}.card{background:#1d2329!important}
.ink{color:#e8ecf0!important}.muted{color:#a9b4bf!important}.alert{color:#ff9b92!important}.accent{color:#7fd0e2!important}
.rule{border-color:#36404a!important}.track{background:#36404a!important}.box{background:#20313a!important}}`;

/**
 * The letter as HTML: one column of at most 600 pixels made of tables, no images, nothing fetched from anywhere. Where styles are thrown
 * away it is as wide as its window, and headings, bold titles and bars of coloured cells are still there.
 */
export function letterHtml(letter: Letter): string {
  const { locale, subject, series, when, chair, greeting, intro, nothing, url, open, footer } = letter;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;padding:0;background:#eef1f4">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#eef1f4"><tr><td align="center" style="padding:24px 12px">
${outlook('<table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td>')}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px;${font};font-size:16px;line-height:1.6;overflow-wrap:anywhere;text-align:left;color:${ink}">
<tr><td style="background:${accent};border-radius:8px 8px 0 0;padding:20px 28px;color:#ffffff">
<h1 style="margin:0;font-size:22px;line-height:1.35;font-weight:600">${escaped(series)}</h1>
<div style="padding-top:4px">${escaped(when)}</div><div style="font-size:14px">${escaped(chair)}</div></td></tr>
<tr><td class="ink" style="padding:20px 28px 4px">${escaped(greeting)}<br>${escaped(intro)}</td></tr>
<tr><td style="padding:12px 28px">${button(open, url)}</td></tr>
${ownBox(letter)}
${nothing ? row(`<strong>${escaped(nothing)}</strong>`) : ''}
${letter.sections.map(section).join('\n')}
<tr><td style="padding:20px 28px">${button(open, url)}</td></tr>
<tr><td class="muted rule" style="padding:16px 28px 24px;border-top:1px solid ${line};font-size:13px;color:${muted}">${escaped(footer)}</td></tr>
</table>${outlook('</td></tr></table>')}</td></tr></table></body></html>`;
}

/** Outlook on Windows knows no greatest width, and is the only one to read this. */
const outlook = (html: string): string => `<!--[if mso]>${html}<![endif]-->`;

function ownBox({ ownTitle, own }: Letter): string {
  const lines = own.map(
    ({ title, due, isOverdue }) =>
      `<div style="padding-top:6px">${escaped(title)} <span class="${isOverdue ? 'alert' : 'muted'}" style="font-size:14px;color:${isOverdue ? alert : muted}">${escaped(due)}</span></div>`,
  );
  return row(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="box ink" style="background:#e6f2f5;border-radius:6px;padding:12px 16px"><strong>${escaped(ownTitle)}</strong>${lines.join('')}</td></tr></table>`,
  );
}

function section({ title, items, more }: Letter['sections'][number]): string {
  const head = `<tr><td class="ink" style="padding:22px 28px 4px"><h2 style="margin:0;font-size:18px;font-weight:600">${escaped(title)}</h2></td></tr>`;
  const rest = more ? row(`<span class="muted" style="font-size:14px;color:${muted}">${escaped(more)}</span>`) : '';
  return head + items.map(itemRow).join('') + rest;
}

function itemRow({ title, why, carried, isUrgent, reached }: LetterItem): string {
  const mark = carried
    ? ` <strong class="${isUrgent ? 'alert' : 'accent'}" style="color:${isUrgent ? alert : accent}">${escaped(carried)}</strong>`
    : '';
  return `<tr><td class="ink" style="padding:10px 28px 2px"><strong>${escaped(title)}</strong>${bar(reached)}<div class="muted" style="font-size:14px;color:${muted}">${escaped(why)}${mark}</div></td></tr>`;
}

/** A bar of table cells: mail programs that show no images and no CSS width still show it. */
function bar(reached: number | null): string {
  if (reached === null) return '';
  const gone =
    reached > 0
      ? `<td width="${reached}%" bgcolor="${accent}" style="background:${accent};font-size:0;line-height:8px;height:8px">&nbsp;</td>`
      : '';
  const left =
    reached < 100
      ? `<td class="track" width="${100 - reached}%" bgcolor="${line}" style="background:${line};font-size:0;line-height:8px;height:8px">&nbsp;</td>`
      : '';
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:4px 0"><tr>${gone}${left}</tr></table>`;
}

const button = (label: string, url: string): string =>
  `<a href="${escaped(url)}" style="display:inline-block;background:${accent};color:#ffffff;text-decoration:none;font-weight:600;padding:10px 20px;border-radius:6px">${escaped(label)}</a>`;

const row = (content: string): string => `<tr><td class="ink" style="padding:8px 28px">${content}</td></tr>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content and attributes. */
export const escaped = (plain: string): string => plain.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
