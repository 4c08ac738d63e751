import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOutcome, MyDay, OpportunityWire, WorkItem } from '@tandem/contracts';
import { logCall, myDayKey, setStep } from '../../api/my-day.api';
import { newKey } from '../../api/new-key';
import { isPassing, isProblem } from '../../api/problem-error';
import { useTouch } from '../../api/use-touch';
import { sentenceOf } from '../../components/states';
import { say, sayNot } from '../../deeds/say';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { takeStep } from './take-step';

export interface Step {
  readonly nextStep: string | null;
  readonly nextStepDate: string | null;
}

/** What somebody wants of one opportunity: a call logged, a next step set, or both. */
export interface StepWish {
  readonly item: WorkItem;
  readonly outcome: CallOutcome | null;
  /** Null leaves the next step as it is. */
  readonly step: Step | null;
}

type Deed = StepWish & { readonly key: string; readonly undoes?: 'step' | 'call' };

/** Logs calls and sets next steps; each can be tried again without being done twice, and a step can be put back. */
export function useSteps() {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const client = useQueryClient();
  const touch = useTouch();
  const send = useMutation({
    mutationFn: ({ item: { id, version }, outcome, step, key }: Deed) =>
      outcome === null ? setStep({ id, version, ...step }, key) : logCall({ id, version, outcome, ...step }, key),
  });
  return { pending: send.isPending, take: (wish: StepWish) => void carryOut({ ...wish, key: newKey() }) };

  async function carryOut(deed: Deed): Promise<void> {
    try {
      done(deed, await send.mutateAsync(deed));
    } catch (error) {
      failed(deed, error as Error);
    }
  }

  function done(deed: Deed, answer: OpportunityWire) {
    client.setQueryData<MyDay>(myDayKey, (day) => day && takeStep(day, answer));
    touch();
    const { item, step, undoes } = deed;
    if (undoes || step === null) {
      say(sentence(deed));
      return;
    }
    const { nextStep, nextStepDate } = item;
    const back: StepWish = {
      item: { ...item, version: answer.version },
      outcome: null,
      step: { nextStep, nextStepDate },
    };
    const take = () => void carryOut({ ...back, key: newKey(), undoes: deed.outcome === null ? 'step' : 'call' });
    say(sentence(deed), { label: t('common.undo'), take, isUndo: true });
  }

  function sentence({ item, outcome, step, undoes }: Deed): string {
    const name = item.account ? nameOf(item.account.name) : item.name;
    if (undoes) return t(undoes === 'call' ? 'myDay:undoneLogged' : 'myDay:undone', { name });
    if (!step?.nextStepDate) return t('myDay:loggedOnly', { name });
    const day = format.nearDay(step.nextStepDate);
    return t(outcome === null ? 'myDay:stepSet' : 'myDay:logged', { name, day });
  }

  function failed(deed: Deed, error: Error) {
    // Whatever was refused was asked on an old state.
    if (isProblem(error)) touch();
    const again = isPassing(error) ? { label: t('common.retry'), take: () => void carryOut(deed) } : undefined;
    sayNot(t('common.error.notSaved'), sentenceOf(error, t), again);
  }
}
