import { Menu } from '@mantine/core';
import { IconExternalLink, IconMoodSad } from '@tabler/icons-react';
import type { Card, StageWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useName } from '../../i18n/use-locale';
import { useText, type Text } from '../../i18n/use-text';
import type { Meaning } from '../../deeds/what-it-takes';
import { useBoardDesk } from './board-desk';
import classes from './card-menu.module.css';

interface CardMenuProps {
  readonly card: Card;
  readonly onClose: () => void;
}

/** Everything that can be done to a card without a mouse: each stage with what going there means. */
export function CardMenu({ card, onClose }: CardMenuProps) {
  const t = useText();
  const nameOf = useName();
  const { stages, takes, bring, lose, mayWork } = useBoardDesk();
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-end"
      width={250}
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={classes.anchor} />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.Item
          component={Link}
          to={`/opportunities/${card.id}`}
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('board.menu.open')}
        </Menu.Item>
        {mayWork ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('board.menu.moveTo')}</Menu.Label>
            {waysOf(card, stages).map(itemOf)}
            {card.outcome === 'open' ? (
              <>
                <Menu.Divider />
                <Menu.Item color="red" leftSection={<IconMoodSad size={16} aria-hidden />} onClick={() => lose(card)}>
                  {t('board.menu.lose')}
                </Menu.Item>
              </>
            ) : null}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );

  function itemOf(stage: StageWire) {
    const meaning = takes(card, stage);
    const here = stage.id === card.stageId;
    return (
      <Menu.Item
        key={stage.id}
        disabled={meaning === null}
        leftSection={
          <span className={classes.side} data-side={stage.ownerSide} data-won={stage.class === 'won' || undefined} />
        }
        rightSection={
          <span className={classes.meaning}>{here ? t('board.menu.current') : meaningText(meaning, t)}</span>
        }
        onClick={() => bring(card, stage)}
      >
        {nameOf(stage.name)}
      </Menu.Item>
    );
  }
}

/** Of the ways that come to the same, one: giving back leads to the last stage of marketing, a hand-off to the first of sales. */
function waysOf(card: Card, stages: readonly StageWire[]): StageWire[] {
  const from = stages.find(({ id }) => id === card.stageId);
  const last = stages.findLast(({ ownerSide }) => ownerSide === 'marketing');
  const first = stages.find(({ ownerSide }) => ownerSide === 'sales');
  const won = stages.find((stage) => stage.class === 'won');
  return stages.filter((stage) => {
    if (stage.ownerSide !== from?.ownerSide) return stage === (stage.ownerSide === 'sales' ? first : last);
    return stage.class !== 'won' || card.outcome === 'won' || stage === won;
  });
}

function meaningText(meaning: Meaning | null, t: Text): string {
  switch (meaning) {
    case 'win':
      return t('board.menu.win');
    case 'hand_off':
      return t('board.menu.handOff');
    case 'return':
      return t('board.menu.return');
    case 'reopen':
      return t('board.menu.reopen');
    case 'move':
    case null:
      return '';
  }
}
