import { deskTexts } from '@tandem/language';
import { speakAlso } from '../../i18n/speak-also';

await speakAlso('desk', deskTexts);
