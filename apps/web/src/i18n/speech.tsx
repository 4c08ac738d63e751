import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { language, presentLocale, type Locale } from './language';

type Facts = Readonly<Record<string, unknown>>;
type Speak = (key: string, facts?: Facts) => string;

/** The language in force, and its texts. */
export interface Speech {
  readonly locale: Locale;
  readonly speak: Speak;
}

/** Texts as they were looked up: a board asks for the same few thousands of times. */
const said = new Map<string, string>();
/** Numbers and names in them make more and more. */
const mostSaid = 5_000;

let present: Speech | null = null;

/** The same as long as the language is the same, so that what is drawn with it needs not be drawn anew. */
function presentSpeech(): Speech {
  const locale = presentLocale();
  if (present?.locale === locale) return present;
  // Texts of a part of the product come with it; before the first language is spoken there is no store.
  if (!present) language.store.on('added', () => said.clear());
  said.clear();
  const fixed = language.getFixedT(locale) as Speak;
  const speak: Speak = (key, facts) => {
    const all = facts ? `${key} ${JSON.stringify(facts)}` : key;
    const known = said.get(all) ?? fixed(key, facts);
    if (said.size >= mostSaid) said.clear();
    said.set(all, known);
    return known;
  };
  present = { locale, speak };
  return present;
}

function subscribe(onChange: () => void): () => void {
  language.on('languageChanged', onChange);
  return () => language.off('languageChanged', onChange);
}

const SpeechContext = createContext<Speech | null>(null);

/**
 * Hears of another language once for the whole page. The usual hook of i18next does so in every component, and copies the library's
 * instance each time: a tenth of what drawing a board takes.
 */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const speech = useSyncExternalStore(subscribe, presentSpeech);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('nobody speaks here');
  return speech;
}
