import type { Card, OpportunityWire } from '@tandem/contracts';
import { useFunnel } from '../api/funnel.api';
import { useFormat } from '../formats/use-format';
import { useName } from '../i18n/use-locale';
import { useText, type TextKey } from '../i18n/use-text';

/** What somebody saw of an opportunity: a card, or all of it. */
export type SeenState = Pick<Card, 'id' | 'version'> & Partial<OpportunityWire>;

/** What people change, by the name of its field on the screen. */
export const fields = [
  'stage',
  'outcome',
  'amount',
  'cost',
  'closeDate',
  'probability',
  'owner',
  'account',
  'name',
  'nextStep',
  'nextStepDate',
  'product',
  'source',
  'campaign',
] as const;
export type Field = (typeof fields)[number];

interface FieldWords {
  readonly labelOf: (field: Field) => string;
  /** How the field reads; undefined where what was seen does not hold it. */
  readonly valueOf: (state: SeenState, field: Field) => string | undefined;
}

/** The fields of an opportunity in words, to set what is beside what was wanted. */
export function useFieldWords(): FieldWords {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const { data: funnel } = useFunnel();
  const none = t('common.none');
  return {
    labelOf: (field) => t(field === 'outcome' ? 'opportunity.list.outcome' : (`opportunity.field.${field}` as TextKey)),
    valueOf: (state, field) => {
      switch (field) {
        case 'stage': {
          const stage = funnel?.stages.find(({ id }) => id === state.stageId);
          return stage ? nameOf(stage.name) : undefined;
        }
        case 'outcome':
          return state.outcome && t(`words:outcome.${state.outcome}`);
        case 'amount':
        case 'cost': {
          const money = state[field];
          return money ? format.money(money) : orNone(money);
        }
        case 'closeDate':
        case 'nextStepDate': {
          const day = state[field];
          return day ? format.day(day) : orNone(day);
        }
        case 'probability': {
          const { probability } = state;
          return typeof probability === 'number' ? format.ratio(String(probability / 100), 0) : orNone(probability);
        }
        case 'owner':
        case 'account':
        case 'product':
        case 'source':
        case 'campaign': {
          const named = state[field];
          return named ? nameOf(named.name) : orNone(named);
        }
        case 'name':
        case 'nextStep': {
          const text = state[field];
          return text === null ? none : text;
        }
      }
    },
  };

  function orNone(value: unknown): string | undefined {
    return value === null ? none : undefined;
  }
}
