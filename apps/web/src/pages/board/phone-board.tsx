import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMe } from '../../api/session.api';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { CardList } from './card-list';
import { Column } from './column';
import classes from './phone-board.module.css';
import type { Lane, Sections } from './sections';

interface PhoneBoardProps {
  readonly sections: Sections;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly menu: string | null;
}

const seam = 'waiting';

/** One stage at a time, chosen above; offers that wait for an answer come first. */
export function PhoneBoard({ sections, chosen, onChoose, menu }: PhoneBoardProps) {
  const t = useText();
  const nameOf = useName();
  const { person } = useMe();
  const lanes: readonly Lane[] = [...sections.marketing, ...sections.sales, ...sections.won];
  const keys = [...(sections.waiting.length > 0 ? [seam] : []), ...lanes.map(({ stage }) => stage.key)];
  const own = person.side === 'marketing' ? sections.marketing : sections.sales;
  const fallback = sections.waiting.length > 0 ? seam : (own[0]?.stage.key ?? keys[0] ?? '');
  const present = chosen !== null && keys.includes(chosen) ? chosen : fallback;
  const at = keys.indexOf(present);
  const lane = lanes.find(({ stage }) => stage.key === present);
  return (
    <div>
      <div className={classes.picker}>
        <ActionIcon
          variant="default"
          size={44}
          disabled={at <= 0}
          aria-label={t('board.column.previous')}
          onClick={() => onChoose(keys[at - 1]!)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label={t('board.column.pick')}
          className={classes.select}
          size="md"
          value={present}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {sections.waiting.length > 0 ? (
            <option value={seam}>{`${t('handOffs.mine')} · ${sections.waiting.length}`}</option>
          ) : null}
          <optgroup label={t('words:side.marketing')}>{sections.marketing.map(optionOf)}</optgroup>
          <optgroup label={t('words:side.sales')}>{sections.sales.map(optionOf)}</optgroup>
          <optgroup label={t('board.won.title')}>{sections.won.map(optionOf)}</optgroup>
        </NativeSelect>
        <ActionIcon
          variant="default"
          size={44}
          disabled={at >= keys.length - 1}
          aria-label={t('board.column.next')}
          onClick={() => onChoose(keys[at + 1]!)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      {lane ? (
        <Column key={present} {...lane} reachable={null} menu={menu} />
      ) : (
        <CardList cards={sections.waiting} reachable={null} menu={menu} empty="" />
      )}
    </div>
  );

  function optionOf({ stage, column }: Lane) {
    return (
      <option key={stage.key} value={stage.key}>
        {`${nameOf(stage.name)} · ${column.count}`}
      </option>
    );
  }
}
