import { Button, Group, Stack } from '@mantine/core';
import type { OpportunityWire } from '@tandem/contracts';
import type { ReactNode } from 'react';
import type { useChange } from '../../api/opportunities.api';
import { isProblem } from '../../api/problem-error';
import { Failure } from '../../components/states';
import { Conflict } from '../../deeds/conflict';
import { useText } from '../../i18n/use-text';

interface EditFrameProps {
  readonly opportunity: OpportunityWire;
  readonly change: ReturnType<typeof useChange>;
  /** What is being changed into what, for the case that somebody was faster. */
  readonly wish: string;
  readonly onSave: (version: number) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Editing in place: Enter saves, Escape leaves, and a change by somebody else is shown before it is overwritten. */
export function EditFrame({ opportunity, change, wish, onSave, onClose, children }: EditFrameProps) {
  const t = useText();
  const stale = isProblem(change.error, 412);
  return (
    // Escape is heard from the fields within; the form itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(opportunity.version);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Stack gap="xs">
        {children}
        {change.error && !stale ? <Failure error={change.error} while="saving" /> : null}
        {stale ? (
          <Conflict
            opportunityId={opportunity.id}
            wish={wish}
            pending={change.isPending}
            onKeep={onClose}
            onApply={onSave}
          />
        ) : (
          <Group gap="xs">
            <Button type="submit" size="compact-sm" loading={change.isPending}>
              {t('common.save')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
