import { Kbd } from '@mantine/core';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import type { Entry } from './entry';
import classes from './palette.module.css';

interface OptionProps {
  readonly entry: Entry;
  readonly id: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

/** A line to choose. The focus stays in the field; a link opens in a new tab as links do. */
export function Option({ entry, id, isActive, onPoint, onTake }: OptionProps) {
  const given = {
    id,
    role: 'option',
    'aria-selected': isActive,
    tabIndex: -1,
    className: classes.option,
    onPointerMove: onPoint,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
  const inside = (
    <>
      <entry.icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <span className={classes.label} lang={entry.lang}>
          {entry.label}
        </span>
        {entry.detail ? <span className={classes.detail}>{entry.detail}</span> : null}
      </span>
      {entry.mark ? <span className={classes.mark}>{entry.mark}</span> : null}
      {entry.keys?.length ? (
        <span className={classes.keys} aria-hidden>
          {entry.keys.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </span>
      ) : null}
    </>
  );
  if (entry.to === undefined)
    return (
      <button {...given} type="button" onClick={onTake}>
        {inside}
      </button>
    );
  return (
    <Link
      {...given}
      to={entry.to}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onTake();
      }}
    >
      {inside}
    </Link>
  );
}
