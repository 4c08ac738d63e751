import { Button } from '@mantine/core';
import { IconMessage2Star, IconSun } from '@tabler/icons-react';
import type { MyDay } from '@tandem/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Ahead } from '../../ahead';
import { myDayQuery, useMyDay } from '../../api/my-day.api';
import { useMe } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { AskedDeed } from '../../deeds/asked-deed';
import type { Deed } from '../../deeds/deed';
import { useAnswers } from '../../deeds/use-answers';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { AttentionList } from './attention-list';
import classes from './my-day.module.css';
import { Part } from './part';
import { QuotaStrip } from './quota-strip';
import type { Asked } from './step-buttons';
import { StepSheet } from './step-sheet';
import { useFocusBack } from './use-focus-back';
import { useSteps } from './use-steps';
import { WaitingRow } from './waiting-row';
import { WorkRow } from './work-row';
import './texts';

export const ahead: Ahead = (_, ask) => void ask(myDayQuery);

/** What to do between two calls: whom to call next, what is late, what marketing hands over, and how far it is to the quota. */
export function MyDayPage() {
  const t = useText();
  const format = useFormat();
  const { data: day, error, refetch } = useMyDay();
  return (
    <>
      <PageHeader title={t('myDay:title')} lead={day ? leadOf(day) : undefined} />
      {day ? <Day day={day} /> : null}
      {day ? <ToFeedback /> : null}
      {!day && error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!day && !error ? <LoadingLines lines={6} height={72} /> : null}
    </>
  );

  function leadOf({ today, coming }: MyDay): string {
    const date = `${format.weekday(today)} ${format.day(today)}`;
    return coming.today > 0 ? `${date} · ${t('myDay:steps', { count: coming.today })}` : date;
  }
}

/** The others are one tap away. */
const handOffsShown = 4;

function Day({ day }: { readonly day: MyDay }) {
  const t = useText();
  const { take, pending } = useSteps();
  const answers = useAnswers();
  const [asked, setAsked] = useState<Asked | null>(null);
  const remember = useFocusBack(asked !== null, day);
  const ask = (one: Asked) => {
    remember();
    setAsked(one);
  };
  const [deed, setDeed] = useState<Deed | null>(null);
  const { open, coming, attention, handOffs } = day;
  const [next, ...after] = coming.items;
  // What needs somebody stands above already.
  const later = after.filter(({ id }) => attention.items.every((item) => item.id !== id));
  const isEmpty = open === 0 && handOffs.count === 0;
  return (
    <div className={classes.day}>
      <QuotaStrip quota={day.quota} />
      {isEmpty ? (
        <div className={classes.work}>
          <EmptyDay />
        </div>
      ) : null}
      {open > 0 ? (
        <div className={classes.work}>
          <Part name="next" title={t('myDay:next')}>
            {next ? (
              <ul className={classes.rows}>
                <WorkRow large item={next} disabled={pending} onAsk={ask} />
              </ul>
            ) : (
              <p className={classes.nothing}>{t('myDay:nothingNext')}</p>
            )}
          </Part>
          <AttentionList attention={attention} disabled={pending} onAsk={ask} />
        </div>
      ) : null}
      {handOffs.count > 0 ? (
        <div className={classes.waiting}>
          <Part name="waiting" title={t('myDay:waiting')} count={handOffs.count}>
            <ul className={classes.rows}>
              {handOffs.items.slice(0, handOffsShown).map((handOff) => (
                <WaitingRow
                  key={handOff.id}
                  handOff={handOff}
                  disabled={answers.pending}
                  onAccept={answers.accept}
                  onReject={(rejected) => setDeed({ kind: 'reject', handOff: rejected })}
                />
              ))}
            </ul>
            {handOffs.count > handOffsShown ? (
              <Button component={Link} to="/hand-offs" fullWidth mt={8} variant="default" className={classes.more}>
                {t('myDay:showAll', { count: handOffs.count })}
              </Button>
            ) : null}
          </Part>
        </div>
      ) : null}
      {later.length > 0 ? (
        <div className={classes.later}>
          <Part name="later" title={t('myDay:later')}>
            <ul className={classes.rows}>
              {later.map((item) => (
                <WorkRow key={item.id} item={item} disabled={pending} onAsk={ask} />
              ))}
            </ul>
          </Part>
        </div>
      ) : null}
      {asked ? (
        <StepSheet
          asked={asked}
          onClose={() => setAsked(null)}
          onWish={(wish) => {
            setAsked(null);
            take(wish);
          }}
        />
      ) : null}
      <AskedDeed deed={deed} onClose={() => setDeed(null)} />
    </div>
  );
}

/** Whoever works on a side is asked, last of all, what they think of the other. */
function ToFeedback() {
  const t = useText();
  const { person, may } = useMe();
  if (person.side === 'other' || !may.includes('work_opportunities')) return null;
  return (
    <Link to="/feedback" className={classes.feedback}>
      <IconMessage2Star size={17} aria-hidden />
      {t(person.side === 'sales' ? 'myDay:rate.leads' : 'myDay:rate.followUp')}
    </Link>
  );
}

function EmptyDay() {
  const t = useText();
  return (
    <Empty
      icon={<IconSun size={40} stroke={1.4} aria-hidden />}
      title={t('myDay:empty.title')}
      detail={t('myDay:empty.detail')}
      action={
        <Button component={Link} to="/board" variant="light">
          {t('myDay:empty.action')}
        </Button>
      }
    />
  );
}
