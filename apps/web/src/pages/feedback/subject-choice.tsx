import { IconCircleCheck } from '@tabler/icons-react';
import type { FeedbackOverviewWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { Choice } from './choice';
import classes from './feedback.module.css';

interface SubjectChoiceProps {
  readonly handOffs: FeedbackOverviewWire['handOffs'];
  /** Null of the week as a whole. */
  readonly chosen: string | null;
  readonly isUnnamed: boolean;
  readonly onChoose: (handOffId: string | null) => void;
}

/** What of: the week as a whole, or one of the latest hand-offs. */
export function SubjectChoice({ handOffs, chosen, isUnnamed, onChoose }: SubjectChoiceProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  return (
    <fieldset className={classes.subjects}>
      <legend>{t('feedback:subject.label')}</legend>
      <Choice name="subject" value="week" isChosen={chosen === null} onChoose={() => onChoose(null)}>
        <span>{t('feedback:subject.week')}</span>
      </Choice>
      {handOffs.map(({ id, accountName, opportunityName, answeredAt, score }) => (
        <Choice
          key={id}
          name="subject"
          value={id}
          isChosen={chosen === id}
          isOff={isUnnamed}
          onChoose={() => onChoose(id)}
        >
          <span className={classes.subject}>{accountName ? nameOf(accountName) : opportunityName}</span>
          <span className={`${classes.soft} ${classes.beside}`}>
            {format.nearDay(format.dayOf(answeredAt))}
            {accountName ? ` · ${opportunityName}` : ''}
          </span>
          {score === null ? null : (
            <span className={classes.rated}>
              <IconCircleCheck size={14} aria-hidden />
              {t('feedback:subject.rated', { score })}
            </span>
          )}
        </Choice>
      ))}
      {isUnnamed && handOffs.length > 0 ? <p className={classes.soft}>{t('feedback:subject.unnamed')}</p> : null}
    </fieldset>
  );
}
