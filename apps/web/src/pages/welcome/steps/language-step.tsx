import { useText } from '../../../i18n/use-text';
import { speak } from '../../../i18n/language';
import { useLocale } from '../../../i18n/use-locale';
import { ChoiceCards } from '../choice-cards';
import { StepHead } from './step-head';

export function LanguageStep() {
  const t = useText();
  const locale = useLocale();
  return (
    <>
      <StepHead title={t('welcome:language.title')} lead={t('welcome:language.lead')} />
      <ChoiceCards
        name="language"
        question={t('welcome:language.question')}
        value={locale}
        onChoose={(value) => void speak(value)}
        choices={[
          { value: 'en', title: t('shell.language.en'), lang: 'en' },
          { value: 'zh-TW', title: t('shell.language.zhTW'), lang: 'zh-TW' },
        ]}
      />
    </>
  );
}
