import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem-error';
import { Failure } from '../components/states';
import { useText } from '../i18n/use-text';
import type { Wish } from '../conflicts/compare-states';
import { Conflict } from '../conflicts/conflict';
import type { SeenState } from '../conflicts/use-field-words';

interface DeedFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly submit: string;
  readonly colour?: string;
  /** What the person wants, field by field, for the case that somebody was faster. */
  readonly wishes?: readonly Wish[];
  /** Null where the version is not the opportunity's own, so that nothing can be done again on top of it. */
  readonly seen: SeenState | null;
  readonly version: number;
  readonly pending: boolean;
  readonly error: Error | null;
  /** `base` is what the deed is done to: what was seen, or what is in force once somebody was faster. */
  readonly onSubmit: (version: number, base: SeenState | null) => void;
  readonly onClose: () => void;
  readonly back?: string;
  readonly children: ReactNode;
}

/** The dialog around a deed: its fields, its refusal in words, and the choice when somebody was faster. */
export function DeedFrame(props: DeedFrameProps) {
  const { title, lead, submit, colour, wishes, seen, version, pending, error, onSubmit, onClose, back, children } =
    props;
  const t = useText();
  const stale = isProblem(error, 412) && seen !== null;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }} centered>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in a field answers no question about what somebody faster did.
          if (!stale) onSubmit(version, seen);
        }}
      >
        <Stack gap="md">
          {lead === undefined ? null : (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
          {children}
          {error !== null && !stale ? <Failure error={error} while="saving" /> : null}
          {stale ? (
            <Conflict
              seen={seen}
              error={error}
              wishes={wishes ?? []}
              pending={pending}
              onKeep={onClose}
              onApply={(now) => onSubmit(now.version, now)}
            />
          ) : (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {back ?? t('common.cancel')}
              </Button>
              <Button type="submit" color={colour ?? 'lagoon'} loading={pending}>
                {submit}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
