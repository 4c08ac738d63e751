import { useSearchParams } from 'react-router';
import type { Ahead } from '../../ahead';
import { feedbackQuery, useFeedback } from '../../api/feedback.api';
import { PageHeader } from '../../components/page-header';
import { Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './feedback.module.css';
import { FeedbackForm } from './feedback-form';
import './texts';
import { WeekTable } from './week-table';
import { WordsList } from './words-list';

export const ahead: Ahead = ({ address }, ask) => void ask(feedbackQuery(address.get('handOff')));

/** What the two sides say of each other: sales of the leads, marketing of what becomes of them. */
export function FeedbackPage() {
  const t = useText();
  const [address] = useSearchParams();
  const handOffId = address.get('handOff');
  const { data: feedback, error, refetch } = useFeedback(handOffId);
  return (
    <>
      <PageHeader title={t('feedback:title')} lead={t('feedback:lead')} />
      {feedback ? (
        <div className={classes.page}>
          {feedback.about === null ? (
            <p className={classes.nothing}>{t('feedback:onlyRead')}</p>
          ) : (
            <FeedbackForm key={handOffId} feedback={feedback} about={feedback.about} asked={handOffId} />
          )}
          <div className={classes.results}>
            <WeekTable weeks={feedback.weeks} />
            <WordsList />
          </div>
        </div>
      ) : null}
      {!feedback && error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!feedback && !error ? <LoadingLines lines={6} height={60} /> : null}
    </>
  );
}
