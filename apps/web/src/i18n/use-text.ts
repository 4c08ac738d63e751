import type {
  administrationTexts,
  deskTexts,
  directoryTexts,
  feedbackTexts,
  importTexts,
  movesTexts,
  myDayTexts,
  sourcesTexts,
  minutesTexts,
  tourTexts,
  webTexts,
  welcomeTexts,
} from '@tandem/language';
import { useSpeech } from './speech';

type Texts = Awaited<ReturnType<(typeof webTexts)['en']>>;

/** `a.b.c` for every text under a branch; the forms of a plural share one key. */
type Leaves<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Singular<Key> : `${Key}.${Leaves<Branch[Key]>}`;
}[keyof Branch & string];
type Singular<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** Every text the screens may ask for; a misspelt one does not compile. */
export type TextKey =
  | Leaves<Texts['web']>
  | `words:${Leaves<Texts['words']>}`
  | `desk:${Leaves<(typeof deskTexts)['en']>}`
  | `minutes:${Leaves<(typeof minutesTexts)['en']>}`
  | `directory:${Leaves<(typeof directoryTexts)['en']>}`
  | `myDay:${Leaves<(typeof myDayTexts)['en']>}`
  | `import:${Leaves<(typeof importTexts)['en']>}`
  | `feedback:${Leaves<(typeof feedbackTexts)['en']>}`
  | `moves:${Leaves<(typeof movesTexts)['en']>}`
  | `sources:${Leaves<(typeof sourcesTexts)['en']>}`
  /** Said on the pages of the administration alone. */
  | `administration:${Leaves<(typeof administrationTexts)['en']>}`
  | `tour:${Leaves<(typeof tourTexts)['en']>}`
  | `welcome:${Leaves<(typeof welcomeTexts)['en']>}`;

export type Text = (key: TextKey, facts?: Readonly<Record<string, unknown>>) => string;

/** The texts in the reader's language. */
export function useText(): Text {
  return useSpeech().speak;
}

/** A word for a code that organisations may add to, such as a loss reason; the code itself, readable, where there is none. */
export function useWordOr(): (key: string, code: string) => string {
  const { speak } = useSpeech();
  return (key, code) => speak(`${key}.${code}`, { defaultValue: code.replaceAll('_', ' ') });
}
