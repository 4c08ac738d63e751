import { UnstyledButton } from '@mantine/core';
import type { HandOffDeskWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText, useWordOr } from '../../i18n/use-text';
import classes from './answers-panel.module.css';
import type { Ended } from '../../api/hand-off-desk.api';

type Answers = HandOffDeskWire['answers'];
type Ending = NonNullable<Ended['ending']>;

const endings: readonly Ending[] = ['accepted', 'rejected', 'returned', 'expired', 'closed'];

interface AnswersPanelProps {
  readonly answers: Answers;
  readonly onOpen: (ended: Ended) => void;
}

/** How offers were answered lately, and why they came back; every number opens the hand-offs behind it. */
export function AnswersPanel({ answers, onOpen }: AnswersPanelProps) {
  const t = useText();
  const word = useWordOr();
  const { count } = useFormat();
  const most = Math.max(1, ...answers.reasons.map(({ rejected, returned }) => rejected + returned));
  const opener = (what: string, of: number, asked: Omit<Ended, 'answeredSince'>) =>
    of === 0 ? (
      <span className={classes.none}>{count(0)}</span>
    ) : (
      <UnstyledButton
        className={classes.number}
        aria-haspopup="dialog"
        aria-label={t('desk:opens', { what, count: count(of) })}
        onClick={() => onOpen({ ...asked, answeredSince: answers.since })}
      >
        {count(of)}
      </UnstyledButton>
    );
  return (
    <section className={classes.panel} aria-labelledby="desk-answers">
      <h2 id="desk-answers">{t('desk:answers')}</h2>
      <dl className={classes.endings}>
        {endings.map((ending) => (
          <div key={ending} title={t(`desk:endingTip.${ending}`)}>
            <dt>{t(`desk:ending.${ending}`)}</dt>
            <dd>{opener(t(`desk:ending.${ending}`), answers[ending], { ending })}</dd>
          </div>
        ))}
      </dl>
      {answers.reasons.length === 0 ? (
        <p className={classes.soft}>{t('desk:noReasons')}</p>
      ) : (
        <table className={classes.reasons}>
          <caption>{t('desk:reasons')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk:reason')}</th>
              <th scope="col">{t('desk:ending.rejected')}</th>
              <th scope="col">{t('desk:ending.returned')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.reasons.map(({ reason, rejected, returned }) => (
              <tr key={reason}>
                <th scope="row">
                  {word('handOffs.reason', reason)}
                  <span className={classes.bar} aria-hidden>
                    <span data-of="rejected" style={{ width: `${(100 * rejected) / most}%` }} />
                    <span data-of="returned" style={{ width: `${(100 * returned) / most}%` }} />
                  </span>
                </th>
                <td>{opener(said(reason, 'rejected'), rejected, { ending: 'rejected', reason })}</td>
                <td>{opener(said(reason, 'returned'), returned, { ending: 'returned', reason })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );

  function said(reason: string, ending: Ending): string {
    return `${word('handOffs.reason', reason)}, ${t(`desk:ending.${ending}`)}`;
  }
}
