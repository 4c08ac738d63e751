import { Anchor, Button } from '@mantine/core';
import type { FeedbackWordsWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFeedbackWords } from '../../api/feedback.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './feedback.module.css';

/** What was written, by both sides to be read. */
export function WordsList() {
  const t = useText();
  const words = useFeedbackWords();
  const items = words.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="words">
      <h2 id="words" className={classes.title}>
        {t('feedback:words')}
      </h2>
      {words.isPending ? <LoadingLines lines={3} /> : null}
      {words.isError && !words.data ? <Failure error={words.error} onRetry={() => void words.refetch()} /> : null}
      {words.data && items.length === 0 ? <p className={classes.nothing}>{t('feedback:noWords')}</p> : null}
      {items.length > 0 ? (
        <ul className={classes.words}>
          {items.map((one) => (
            <Words key={one.id} words={one} />
          ))}
        </ul>
      ) : null}
      {words.hasNextPage ? (
        <Button variant="default" mt="sm" loading={words.isFetchingNextPage} onClick={() => void words.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Words({
  words: { about, weekStart, comment, author, handOff, isOfHandOff },
}: {
  readonly words: FeedbackWordsWire;
}) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const side = about === 'lead_quality' ? 'sales' : 'marketing';
  const who = author ? nameOf(author.name) : t('feedback:nobodyNamed');
  return (
    <li data-side={side}>
      <p>{comment}</p>
      <span className={classes.soft}>
        {[who, t(`words:side.${side}`), t('feedback:ofWeek', { day: format.day(weekStart) })].join(' · ')}
        {isOfHandOff ? ' · ' : ''}
        {handOff ? (
          <Anchor component={Link} inherit to={`/opportunities/${handOff.opportunityId}`}>
            {handOff.accountName ? nameOf(handOff.accountName) : handOff.opportunityName}
          </Anchor>
        ) : null}
        {isOfHandOff && !handOff ? t('feedback:otherTeam') : null}
      </span>
    </li>
  );
}
