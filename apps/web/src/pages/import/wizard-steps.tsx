import { IconCheck } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text';
import classes from './wizard-steps.module.css';

export type Step = 'choose' | 'look' | 'match' | 'try' | 'run';

interface WizardStepsProps {
  readonly steps: readonly Step[];
  readonly at: Step;
  readonly onBack: (step: Step) => void;
}

/** Where in the wizard somebody is; what is done can be gone back to. */
export function WizardSteps({ steps, at, onBack }: WizardStepsProps) {
  const t = useText();
  const place = steps.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={t('import:steps')}>
      {steps.map((step, number) => (
        <li key={step} data-done={number < place || undefined} aria-current={step === at ? 'step' : undefined}>
          <span className={classes.mark} aria-hidden>
            {number < place ? <IconCheck size={15} /> : number + 1}
          </span>
          {number < place ? (
            <button type="button" onClick={() => onBack(step)}>
              {t(`import:step.${step}`)}
              <span className="spoken"> ({t('import:stepDone')})</span>
            </button>
          ) : (
            <span className={classes.word}>{t(`import:step.${step}`)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
