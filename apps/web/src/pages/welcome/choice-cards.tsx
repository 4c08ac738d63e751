import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './welcome.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly lang?: string;
}

interface ChoiceCardsProps<Value extends string> {
  readonly name: string;
  readonly question: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly error?: string;
  readonly 'data-field'?: string;
}

/** One of a few, each with room for what it means; the browser's own radio buttons, so that arrow keys choose. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { name, question, choices, value, onChoose, error } = props;
  return (
    <fieldset
      className={classes.choices}
      data-field={props['data-field']}
      aria-describedby={error ? `${name}-fault` : undefined}
    >
      <legend className="spoken">{question}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice} lang={choice.lang}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.icon}
          <span>
            <span className={classes.choiceTitle}>{choice.title}</span>
            {choice.detail === undefined ? null : <span className={classes.choiceDetail}>{choice.detail}</span>}
          </span>
        </label>
      ))}
      {error ? (
        <Text id={`${name}-fault`} size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      ) : null}
    </fieldset>
  );
}
