import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Bilingual, OpportunityWire } from '@tandem/contracts';
import { isProblem } from '../api/problem-error';
import { readOpportunity } from '../api/opportunities.api';
import { useTouch } from '../api/use-touch';
import { Failure } from '../components/states';
import { useFormat } from '../formats/use-format';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import { BothValues } from './both-values';
import { compareStates, type Wish } from './compare-states';
import { fields, useFieldWords, type SeenState } from './use-field-words';

export interface ConflictProps {
  /** What the person saw as they decided. */
  readonly seen: SeenState;
  /** The refusal, which tells who was faster. */
  readonly error: Error;
  readonly wishes: readonly Wish[];
  readonly pending: boolean;
  readonly onKeep: () => void;
  /** Does it again on top of what is in force now; whatever else was changed meanwhile stays. */
  readonly onApply: (now: OpportunityWire) => void;
}

/** Somebody was faster: shows who, what is true now and what was wanted, and lets the person choose. */
export function Conflict({ seen, error, wishes, pending, onKeep, onApply }: ConflictProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const touch = useTouch();
  const words = useFieldWords();
  const fresh = useQuery({
    queryKey: ['conflict', seen.id, error],
    queryFn: ({ signal }) => readOpportunity(seen.id, signal),
    gcTime: 0,
    staleTime: 0,
  });
  if (fresh.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  if (fresh.isError) return <Failure error={fresh.error} onRetry={() => void fresh.refetch()} />;
  const now = fresh.data;
  const told = (state: SeenState) =>
    new Map(fields.flatMap((field) => [[field, words.valueOf(state, field)] as const]));
  const { rows, others, clashes } = compareStates(wishes, told(seen), told(now));
  const by = fasterIn(error);
  return (
    <BothValues
      lead={
        by
          ? t('opportunity.conflict.by', { name: nameOf(by.name), when: format.distance(by.at) })
          : t('opportunity.conflict.bySomebody')
      }
      rows={rows.map(({ field, theirs, yours }) => ({ label: words.labelOf(field), theirs, yours }))}
      apply={clashes ? undefined : t('opportunity.conflict.both')}
      pending={pending}
      onKeep={() => {
        touch();
        onKeep();
      }}
      onApply={() => onApply(now)}
    >
      {others.length > 0 ? (
        <Text size="sm">
          {t('opportunity.conflict.others')}{' '}
          {others.map(({ field, from, to }) => `${words.labelOf(field)} ${from} → ${to}`).join(t('common.comma'))}
        </Text>
      ) : null}
      {clashes ? null : <Text size="sm">{t('opportunity.conflict.fits')}</Text>}
    </BothValues>
  );
}

interface Faster {
  readonly name: Bilingual;
  readonly at: string;
}

const fasterIn = (error: Error): Faster | null =>
  (isProblem(error) ? (error.problem.facts?.['by'] as Faster | undefined) : undefined) ?? null;
