import { IconCheck } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text';
import type { StepName } from './draft';
import classes from './welcome.module.css';

interface StepListProps {
  readonly steps: readonly StepName[];
  readonly at: StepName;
  readonly onGo: (step: StepName) => void;
}

/** Where one is; what lies behind can be gone back to. */
export function StepList({ steps, at, onGo }: StepListProps) {
  const t = useText();
  const place = steps.indexOf(at);
  return (
    <nav aria-label={t('welcome:steps.label')}>
      <p className={classes.place}>{t('welcome:steps.at', { step: place + 1, steps: steps.length })}</p>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step} aria-current={step === at ? 'step' : undefined} data-behind={index < place || undefined}>
            {index < place ? (
              <button type="button" onClick={() => onGo(step)}>
                <IconCheck size={14} aria-hidden />
                {t(`welcome:steps.${step}`)}
              </button>
            ) : (
              <span>{t(`welcome:steps.${step}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
