import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useMove } from '../api/opportunities.api';
import { useMe } from '../api/session.api';
import { MoneyInput } from '../components/money-input';
import { useFormat } from '../formats/use-format';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import type { Done } from './done';
import { reopenAsBefore, type Before } from './reopen-as-before';

interface WinDialogProps {
  readonly subject: Subject;
  readonly toStageId: string;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** Winning books money, so what and when is said, or confirmed with one key. */
export function WinDialog({ subject, toStageId, onClose, onDone }: WinDialogProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const { organisation } = useMe();
  const { data: funnel } = useFunnel();
  const [amount, setAmount] = useState(subject.amount ?? undefined);
  const [closeDate, setCloseDate] = useState(format.today);
  const [asked, setAsked] = useState(false);
  // How it stood before it was won: what was seen, or what somebody faster made of it.
  const before = useRef<Before>(subject);
  const move = useMove(({ id, version }) =>
    onDone(t('opportunity.win.done', { name: subject.name }), {
      undone: t('opportunity.undo.won', { name: subject.name }),
      undo: (key) => reopenAsBefore({ id, version }, before.current, t('opportunity.undo.note'), key),
    }),
  );
  const stage = funnel?.stages.find(({ id }) => id === toStageId);
  return (
    <DeedFrame
      title={t('opportunity.win.title', { name: subject.name })}
      lead={t('opportunity.win.lead')}
      submit={t('opportunity.win.submit')}
      wishes={[
        { field: 'stage', value: stage ? nameOf(stage.name) : '' },
        { field: 'outcome', value: t('words:outcome.won') },
        { field: 'amount', value: amount ? format.money(amount) : '' },
        { field: 'closeDate', value: closeDate ? format.day(closeDate) : '' },
      ]}
      seen={subject}
      version={subject.version}
      pending={move.isPending}
      error={move.error}
      onClose={onClose}
      onSubmit={(version, base) => {
        setAsked(true);
        before.current = { ...subject, ...base };
        if (amount && closeDate) move.mutate({ id: subject.id, version, toStageId, amount, closeDate });
      }}
    >
      <MoneyInput
        label={t('opportunity.win.amount')}
        data-autofocus
        initial={subject.amount}
        currency={subject.amount?.currency ?? organisation.reportingCurrency}
        missing={asked && !amount}
        onAmount={(given) => setAmount(given ?? undefined)}
      />
      <TextInput
        type="date"
        label={t('opportunity.win.closeDate')}
        max={format.today}
        value={closeDate}
        error={asked && !closeDate ? t('common.required') : undefined}
        onChange={(event) => setCloseDate(event.currentTarget.value)}
      />
    </DeedFrame>
  );
}
