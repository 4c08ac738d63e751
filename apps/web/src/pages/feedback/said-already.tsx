import { Button } from '@mantine/core';
import type { OwnFeedbackWire } from '@tandem/contracts';
import type { useTakeBackFeedback } from '../../api/feedback.api';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './feedback.module.css';

interface SaidAlreadyProps {
  /** Undefined of what was said in a week that is over. */
  readonly said: OwnFeedbackWire | undefined;
  readonly score: number | null;
  readonly takeBack: ReturnType<typeof useTakeBackFeedback>;
}

/** What one said of this already, which only oneself sees, and the way back while its week lasts. */
export function SaidAlready({ said, score, takeBack }: SaidAlreadyProps) {
  const t = useText();
  return (
    <div className={classes.said}>
      <p>
        <strong>{t('feedback:said', { score })}</strong>
        {said?.comment ? ` ${t('feedback:quoted', { words: said.comment })}` : ''}
      </p>
      {said ? (
        <Button variant="default" size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate(said)}>
          {t('feedback:takeBack')}
        </Button>
      ) : (
        <p className={classes.soft}>{t('feedback:saidBefore')}</p>
      )}
      {takeBack.error ? <Failure error={takeBack.error} while="saving" /> : null}
    </div>
  );
}
