import {
  administrationTexts,
  deskTexts,
  directoryTexts,
  movesTexts,
  sourcesTexts,
  feedbackTexts,
  importTexts,
  myDayTexts,
  minutesTexts,
  serverTexts,
  tourTexts,
  webTexts,
  welcomeTexts,
} from '@tandem/language';
import { simplified } from '../support/simplified';
import { filesUnder, textOf } from './tree';

type Texts = { readonly [key: string]: string | Texts };

const textsIn = async (locale: 'en' | 'zh-TW') =>
  ({
    ...serverTexts[locale],
    ...(await webTexts[locale]()),
    desk: deskTexts[locale],
    minutes: minutesTexts[locale],
    directory: directoryTexts[locale],
    moves: movesTexts[locale],
    sources: sourcesTexts[locale],
    feedback: feedbackTexts[locale],
    import: importTexts[locale],
    myDay: myDayTexts[locale],
    administration: administrationTexts[locale],
    tour: tourTexts[locale],
    welcome: welcomeTexts[locale],
  }) as Texts;
const [english, chinese] = await Promise.all([textsIn('en'), textsIn('zh-TW')]);

/** `{ 'web.shell.title': 'Tandem', … }` */
function flat(texts: Texts, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [below, text] of flat(value, `${prefix}${key}.`)) all.set(below, text);
  }
  return all;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].toSorted();

const en = flat(english);
const zhTW = flat(chinese);

describe('both languages', () => {
  it('say the same things', () => {
    expect([...zhTW.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it('leave nothing unsaid', () => {
    const empty = [...en, ...zhTW].filter(([, text]) => text.trim() === '');

    expect(empty).toEqual([]);
  });

  it('fill in the same facts', () => {
    const differing = [...en]
      .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(zhTW.get(key) ?? '')))
      .map(([key]) => key)
      // The singular may say "one" where Chinese, which has no singular, says the number.
      .filter((key) => !/_(one|other)$/.test(key));

    expect(differing).toEqual([]);
  });

  it('write Traditional characters, never Simplified ones', () => {
    expect([...zhTW].filter(([, text]) => simplified.test(text))).toEqual([]);
  });
});

describe('the code', () => {
  it('asks only for texts that exist', () => {
    const asked = filesUnder('apps', 'libs')
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
      .flatMap((file) => askedIn(textOf(file)).map((key) => ({ file, key })));
    const unknown = asked.filter(({ key }) => !en.has(key) && !en.has(`${key}_other`));

    expect(unknown).toEqual([]);
  });
});

/** Keys written out in `t('shell.title')`, `t('words:side.sales')` and `text(locale, 'mail:agenda.title')`. */
function askedIn(source: string): string[] {
  const keys = [...source.matchAll(/\b(?:t\(|text\([^()'`]+,)\s*'([\w-]+(?:[.:][\w-]+)+)'/g)].map(
    ([, key]) => key ?? '',
  );
  return keys.map((key) => (key.includes(':') ? key.replace(':', '.') : `web.${key}`));
}
