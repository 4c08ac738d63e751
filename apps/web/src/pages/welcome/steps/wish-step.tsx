import { IconFlask, IconSparkles, IconTableImport } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useText } from '../../../i18n/use-text';
import { ChoiceCards } from '../choice-cards';
import { useField } from '../fields';
import classes from '../welcome.module.css';
import type { StepProps } from './step';
import { StepHead } from './step-head';

const icons = { demo: IconFlask, import: IconTableImport, empty: IconSparkles };
const wishes = ['demo', 'import', 'empty'] as const;

export function WishStep({ draft, onChange }: StepProps) {
  const t = useText();
  const field = useField();
  return (
    <>
      <StepHead title={t('welcome:wish.title')} />
      <ChoiceCards
        name="wish"
        question={t('welcome:wish.title')}
        value={draft.wish}
        onChoose={(wish) => onChange({ wish })}
        choices={wishes.map((value) => {
          const Icon = icons[value];
          return {
            value,
            title: t(`welcome:wish.${value}`),
            detail: t(`welcome:wish.${value}Detail`),
            icon: <Icon size={24} stroke={1.5} aria-hidden className={classes.choiceIcon} />,
          };
        })}
        {...field('wish')}
      />
      <Text size="sm" c="dimmed" mih="1.6em" aria-live="polite">
        {draft.wish === 'demo' ? t('welcome:wish.demoNext') : null}
      </Text>
    </>
  );
}
