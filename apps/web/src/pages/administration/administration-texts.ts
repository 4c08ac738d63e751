import { administrationTexts } from '@tandem/language';
import { language, languageReady } from '../../i18n/language';

// A page may be here before the first language is.
void languageReady.then(() => {
  for (const [locale, texts] of Object.entries(administrationTexts))
    language.addResourceBundle(locale, 'administration', texts);
});
