import { movesTexts, sourcesTexts } from '@tandem/language';
import { speakAlso } from '../../i18n/speak-also';

await Promise.all([speakAlso('moves', movesTexts), speakAlso('sources', sourcesTexts)]);
