import { createHash } from 'node:crypto';
import { canonicalText, type CanonicalForm } from './canonical-form';

/** What the hash of a row of the log covers: every column but the hash itself. */
export const moveForm: CanonicalForm = {
  name: 'opportunity_move/1',
  columns: {
    id: 'id',
    opportunity_id: 'id',
    seq: 'number',
    version: 'number',
    stage_from_id: 'id',
    stage_to_id: 'id',
    outcome_from: 'word',
    outcome_to: 'word',
    amount_from_minor: 'number',
    amount_to_minor: 'number',
    currency: 'word',
    close_date_from: 'date',
    close_date_to: 'date',
    owner_from_id: 'id',
    owner_to_id: 'id',
    team_from_id: 'id',
    team_to_id: 'id',
    probability_from: 'number',
    probability_to: 'number',
    reason_key: 'word',
    note: 'text',
    at: 'instant',
    recorded_at: 'instant',
    actor_id: 'id',
    origin: 'word',
    at_precision: 'word',
    correction: 'word',
    corrects_seq: 'number',
  },
};

const fields = Object.keys(moveForm.columns).map((column) =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

/** SHA-256 of a row of the log and, through `previous`, of every row before it; null before the first. */
export const hashOfMove = (move: object, previous: Buffer | null): Buffer =>
  createHash('sha256')
    .update(
      canonicalText(
        moveForm,
        fields.map((field) => (move as Readonly<Record<string, unknown>>)[field]),
        previous,
      ),
    )
    .digest();
