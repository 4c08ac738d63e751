import { Button, type ButtonProps } from '@mantine/core';
import { useState, type Ref } from 'react';

interface SureButtonProps extends Omit<ButtonProps, 'children'> {
  readonly words: string;
  /** What it asks once it was pressed. */
  readonly question: string;
  readonly onSure: () => void;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** For what reaches others at once: the first press asks, the second does it, and whoever turns away is asked anew. */
export function SureButton({ words, question, onSure, ref, ...looks }: SureButtonProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      {...looks}
      ref={ref}
      onBlur={() => setAsked(false)}
      // A held key or a double click is no answer.
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={({ detail }) => {
        if (detail > 1) return;
        setAsked(!isAsked);
        if (isAsked) onSure();
      }}
    >
      <span aria-live="polite">{isAsked ? question : words}</span>
    </Button>
  );
}
