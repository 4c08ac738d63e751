import type { ReactNode } from 'react';
import classes from './welcome.module.css';

interface FieldGroupProps {
  readonly legend: string;
  /** With a frame of its own, for one of several alike. */
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** Fields that are about one thing. */
export function FieldGroup({ legend, framed = false, children }: FieldGroupProps) {
  return (
    <fieldset className={framed ? classes.framed : classes.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
