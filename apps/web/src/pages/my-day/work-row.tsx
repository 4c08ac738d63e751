import {
  IconAlertTriangle,
  IconCalendarX,
  IconClockExclamation,
  IconMail,
  IconPhone,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Attention, WorkItem } from '@tandem/contracts';
import { Link } from 'react-router';
import { besideAccount } from '../../components/beside-account';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { StepButtons, type Asked } from './step-buttons';
import { useDueDay } from './use-due-day';
import classes from './work-row.module.css';

const icons: Readonly<Record<Attention, TablerIcon>> = {
  step_overdue: IconClockExclamation,
  close_date_passed: IconCalendarX,
  no_next_step: IconAlertTriangle,
};

interface WorkRowProps {
  readonly item: WorkItem;
  /** The one that is next stands larger. */
  readonly large?: boolean;
  readonly disabled: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** One opportunity of the day: whom it is about, what is due or wrong, and what can be done with one thumb. */
export function WorkRow({ item, large = false, disabled, onAsk }: WorkRowProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const dueDay = useDueDay();
  const name = item.account ? nameOf(item.account.name) : item.name;
  const { contact, nextStepDate } = item;
  const isAhead = nextStepDate !== null && nextStepDate >= format.today;
  return (
    <li className={classes.row} data-large={large || undefined}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Link to={`/opportunities/${item.id}`} className={classes.name}>
            {name}
          </Link>
          {item.account ? <span className={classes.soft}>{besideAccount(item.name, item.account.name)}</span> : null}
        </div>
        {contact ? <Reach contact={contact} large={large} /> : null}
      </div>
      {item.nextStep && isAhead ? (
        <p className={classes.step}>
          {item.nextStep} <span className={classes.soft}>· {dueDay(nextStepDate)}</span>
        </p>
      ) : null}
      {item.attention.map((why) => {
        const Icon = icons[why];
        return (
          <p key={why} className={classes.alarm}>
            <Icon size={16} aria-hidden />
            <span>{sentence(why)}</span>
          </p>
        );
      })}
      <p className={classes.soft}>{facts().join(' · ')}</p>
      <StepButtons item={item} name={name} disabled={disabled} onAsk={onAsk} />
    </li>
  );

  function sentence(why: Attention): string {
    if (why === 'no_next_step') return t('myDay:noStep');
    if (why === 'close_date_passed') return t('myDay:closePassed', { day: format.nearDay(item.closeDate ?? '') });
    const day = format.nearDay(nextStepDate ?? '');
    return item.nextStep ? t('myDay:late', { step: item.nextStep, day }) : t('myDay:stepless', { day });
  }

  function facts(): string[] {
    return [
      nameOf(item.stage.name),
      ...(item.amount ? [format.compactMoney(item.amount)] : []),
      t('myDay:days', { count: item.daysInStage }),
    ];
  }
}

interface ReachProps {
  readonly contact: NonNullable<WorkItem['contact']>;
  readonly large: boolean;
}

/** Calls whoever is to be called, or writes to them where nobody knows a number. */
function Reach({ contact: { name, phone, email }, large }: ReachProps) {
  const t = useText();
  if (!phone && !email) return null;
  return (
    <a
      className={classes.call}
      href={phone ? `tel:${phone.replaceAll(/[^+\d]/g, '')}` : `mailto:${email}`}
      title={phone ?? email ?? undefined}
    >
      {phone ? <IconPhone size={18} aria-hidden /> : <IconMail size={18} aria-hidden />}
      <span className={large ? undefined : 'spoken'}>{t(phone ? 'myDay:call' : 'myDay:write', { name })}</span>
    </a>
  );
}
