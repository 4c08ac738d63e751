import type { ReactNode } from 'react';
import { useFormat } from '../../formats/use-format';
import classes from './my-day.module.css';

interface PartProps {
  readonly name: 'next' | 'attention' | 'later' | 'waiting';
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of the day under its heading, with how many there are. */
export function Part({ name, title, count, children }: PartProps) {
  const format = useFormat();
  return (
    <section aria-labelledby={`my-${name}`}>
      <h2 id={`my-${name}`} className={classes.title}>
        {title}
        {count === undefined ? null : ` (${format.count(count)})`}
      </h2>
      {children}
    </section>
  );
}
