import type { Page } from 'playwright-core';
import { settled } from './open-browser';

/** What is left of a sheet between its margins, in CSS pixels. */
const sheets = [
  { format: 'A4', width: 726 },
  { format: 'Letter', width: 748 },
] as const;

/** Numbers that open records print as numbers; these would print as boxes that nobody can press. */
const controls = ['Button', 'ActionIcon', 'SegmentedControl', 'Input']
  .map((part) => `.mantine-${part}-root`)
  .join(', ');

const isNarrow = 'document.documentElement.scrollWidth <= innerWidth';
const beyondSheet = `[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map(({ outerHTML }) => outerHTML.slice(0, 160))`;

/** The page prints on one sheet of either paper, in the colours of the day, nothing cut off, without what can only be pressed; `isWhole` looks at each. */
export async function expectOneSheet(page: Page, isWhole: () => Promise<void>): Promise<void> {
  await page.evaluate(
    `addEventListener('beforeprint', () => (window.printed = document.documentElement.dataset.mantineColorScheme))`,
  );
  for (const { format, width } of sheets) {
    await page.setViewportSize({ width, height: 1000 });
    expect({ format, pages: pagesOf(await page.pdf({ format, preferCSSPageSize: true })) }).toEqual({
      format,
      pages: 1,
    });
    expect(await page.evaluate('window.printed')).toBe('light');
    await page.emulateMedia({ media: 'print' });
    // What was drawn for the screen is drawn for the sheet a moment later.
    await settled(page, isNarrow);
    expect(await page.evaluate(`${isNarrow} ? [] : ${beyondSheet}`)).toEqual([]);
    const pressable = page.locator('nav').or(page.locator(controls)).filter({ visible: true });
    expect(await pressable.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 160)))).toEqual([]);
    await isWhole();
    await page.emulateMedia({ media: null });
  }
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
