import { Select, Textarea } from '@mantine/core';
import { useFunnel } from '../api/funnel.api';
import { useText, useWordOr } from '../i18n/use-text';

export interface Given {
  readonly reason: string | null;
  readonly note: string;
}

interface ReasonFieldsProps {
  readonly label: string;
  readonly noteLabel: string;
  readonly given: Given;
  readonly onGiven: (given: Given) => void;
  readonly missing: boolean;
}

/** One of the reasons the hand-off contract in force allows, and a few words. */
export function ReasonFields({ label, noteLabel, given, onGiven, missing }: ReasonFieldsProps) {
  const t = useText();
  const word = useWordOr();
  const { data: funnel } = useFunnel();
  return (
    <>
      <Select
        label={label}
        data-autofocus
        data={(funnel?.contract.rejectionReasons ?? []).map((code) => ({
          value: code,
          label: word('handOffs.reason', code),
        }))}
        value={given.reason}
        onChange={(reason) => onGiven({ ...given, reason })}
        error={missing ? t('common.required') : undefined}
      />
      <Textarea
        label={`${noteLabel} (${t('common.optional')})`}
        autosize
        minRows={2}
        maxLength={500}
        value={given.note}
        onChange={(event) => onGiven({ ...given, note: event.currentTarget.value })}
      />
    </>
  );
}

/** What goes over the wire once a reason was chosen. */
export const reasonOf = ({ reason, note }: Given): { reason: string; note?: string } | null =>
  reason === null ? null : { reason, ...(note.trim() ? { note } : {}) };
