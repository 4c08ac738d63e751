import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconArrowsExchange, IconChevronDown, IconRefresh, IconTrophy } from '@tabler/icons-react';
import type { OpportunityWire, StageWire } from '@tandem/contracts';
import { useState } from 'react';
import { moveOpportunity, useMove } from '../../api/opportunities.api';
import { sentenceOf } from '../../components/states';
import { AskedStuck } from '../../conflicts/asked-choice';
import type { Deed } from '../../deeds/deed';
import { sayNot } from '../../deeds/say';
import type { Stuck } from '../../conflicts/stuck.dialog';
import { useUndoable } from '../../deeds/use-undoable';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { isProblem } from '../../api/problem-error';
import { useTouch } from '../../api/use-touch';

interface DeedBarProps {
  readonly opportunity: OpportunityWire;
  readonly stages: readonly StageWire[];
  readonly onDeed: (deed: Deed) => void;
}

/** What may be done to it now; the server says which ways are open. */
export function DeedBar({ opportunity, stages, onDeed }: DeedBarProps) {
  const t = useText();
  const nameOf = useName();
  const touch = useTouch();
  const move = useMove();
  const sayUndoable = useUndoable();
  const [stuck, setStuck] = useState<Stuck<OpportunityWire> | null>(null);
  const ways = (meaning: OpportunityWire['moves'][number]['means']) =>
    stages.filter(({ id }) => opportunity.moves.some(({ stageId, means }) => stageId === id && means === meaning));
  const here = stages.find(({ id }) => id === opportunity.stageId);
  const next = ways('move').find(({ position }) => position > (here?.position ?? 0));
  const [won] = ways('win');
  if (!opportunity.mayEdit) return null;

  /** `base` is what is moved: what was seen, or what is in force once somebody was faster. */
  function take(to: StageWire, base = opportunity) {
    const facts = { name: base.name, stage: nameOf(to.name) };
    const from = stages.find(({ id }) => id === base.stageId);
    move.mutate(
      { id: base.id, version: base.version, toStageId: to.id },
      {
        onSuccess: ({ id, version }) =>
          sayUndoable({
            sentence: t('board.moved', facts),
            undone: t('board.undone', { ...facts, stage: from ? nameOf(from.name) : '' }),
            undo: (key) => moveOpportunity({ id, version, toStageId: base.stageId }, key),
          }),
        onError: (error) => {
          if (isProblem(error, 412) || isProblem(error, 409)) setStuck({ card: base, to, error });
          else sayNot(t('board.notMoved', facts), sentenceOf(error, t));
        },
      },
    );
  }

  return (
    <>
      {ways('hand_off').length > 0 && !opportunity.openHandOff ? (
        <Button
          size="xs"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={() => onDeed({ kind: 'hand_off', subject: opportunity })}
        >
          {t('opportunity.deeds.offer')}
        </Button>
      ) : null}
      {next ? (
        <Button
          size="xs"
          variant={ways('hand_off').length > 0 ? 'light' : 'filled'}
          rightSection={<IconArrowRight size={16} aria-hidden />}
          loading={move.isPending}
          onClick={() => take(next)}
        >
          {t('opportunity.move.next', { stage: nameOf(next.name) })}
        </Button>
      ) : null}
      {won ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrophy size={16} color="var(--mantine-color-green-7)" aria-hidden />}
          onClick={() => onDeed({ kind: 'win', subject: opportunity, toStageId: won.id })}
        >
          {t('opportunity.deeds.win')}
        </Button>
      ) : null}
      {opportunity.outcome === 'open' ? (
        <Button size="xs" variant="default" onClick={() => onDeed({ kind: 'lose', subject: opportunity })}>
          {t('opportunity.deeds.lose')}
        </Button>
      ) : null}
      {ways('reopen').length > 0 ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => onDeed({ kind: 'reopen', subject: opportunity })}
        >
          {t('opportunity.deeds.reopen')}
        </Button>
      ) : null}
      {ways('move').length > 0 || opportunity.outcome === 'open' ? (
        <Menu position="bottom-end" width={240} shadow="md">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('opportunity.deeds.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {ways('move').length > 0 ? <Menu.Label>{t('board.menu.moveTo')}</Menu.Label> : null}
            {ways('move').map((stage) => (
              <Menu.Item key={stage.id} onClick={() => take(stage)}>
                {nameOf(stage.name)}
              </Menu.Item>
            ))}
            {opportunity.outcome === 'open' ? (
              <>
                {ways('move').length > 0 ? <Menu.Divider /> : null}
                {ways('return').length > 0 ? (
                  <Menu.Item onClick={() => onDeed({ kind: 'return', subject: opportunity })}>
                    {t('opportunity.deeds.giveBack')}
                  </Menu.Item>
                ) : null}
                <Menu.Item color="red" onClick={() => onDeed({ kind: 'cancel', subject: opportunity })}>
                  {t('opportunity.deeds.cancel')}
                </Menu.Item>
              </>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <AskedStuck
        stuck={stuck}
        stages={stages}
        onClose={settle}
        onApply={(now) => {
          setStuck(null);
          if (stuck) take(stuck.to, now);
        }}
        onChoose={(to) => {
          settle();
          take(to);
        }}
      />
    </>
  );

  function settle() {
    setStuck(null);
    touch();
  }
}
