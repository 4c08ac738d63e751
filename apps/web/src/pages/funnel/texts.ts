import { sourcesTexts } from '@tandem/language';
import { speakAlso } from '../../i18n/speak-also';

await speakAlso('sources', sourcesTexts);
