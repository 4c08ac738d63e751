// All pictures of a round on one sheet, a row a page: the way to see at once that a page looks alike in each of its eight forms.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const thumbnailWidth = { 1280: 300, 390: 110 };
const height = 190;

/**
 * Writes `file` (JPEG). `shots` are `{ name, locale, width, scheme, file }`; the order of their names is that of the rows. Long pages are
 * cut off at the bottom of their thumbnail.
 */
export async function writeContactSheet(browser, { shots, file }) {
  const names = [...new Set(shots.map(({ name }) => name))];
  const forms = [...new Map(shots.map((shot) => [formOf(shot), shot])).entries()];
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  const cell = (name, form) => {
    const shot = shots.find((one) => one.name === name && formOf(one) === form);
    return shot ? `<td><img width="${thumbnailWidth[shot.width]}" src="${dataUrl(shot.file)}"></td>` : '<td></td>';
  };
  const row = (name) => `<tr><th>${name}</th>${forms.map(([form]) => cell(name, form)).join('')}</tr>`;
  const head = forms.map(([form]) => `<th>${form}</th>`).join('');
  await page.setContent(`<style>
      body { margin: 16px; font: 13px system-ui; background: #fff; width: max-content }
      th { text-align: start; padding: 4px 8px; vertical-align: top }
      td { vertical-align: top; padding: 4px }
      img { display: block; height: ${height}px; object-fit: cover; object-position: top; border: 1px solid #bbb }
    </style><table><tr><th></th>${head}</tr>${names.map(row).join('')}</table>`);
  await page.locator('table').screenshot({ path: file, type: 'jpeg', quality: 72 });
  await page.close();
}

const formOf = ({ locale, width, scheme }) => `${locale} ${width} ${scheme}`;
const dataUrl = (file) => `data:image/png;base64,${readFileSync(path.resolve(file)).toString('base64')}`;
