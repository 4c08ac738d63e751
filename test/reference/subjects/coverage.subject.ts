import { presentCoverage } from '../../../apps/api/src/figures/pipeline.presenter';
import type { CoverageViewWire, CoverageWire } from '@tandem/contracts';
import { CoverageReader } from '@tandem/metrics';
import { keepBooks, narrow } from '../books/keep-book';
import { decimal, fraction } from '../exact';
import { quotaAttainment } from '../figures/quota-attainment';
import { heldBefore, pileOf } from '../pipeline/hold-pipeline';
import { isKnown, known, lay, leftOut, moneyOf, unknown, wishOf } from './asked-pipe';
import { queryOf, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

/** How often open pipeline covers the quota it has to fill: at the start, and what is left to go. */
export const coverageSubject: Subject = (question) => [
  {
    path: `/metrics/coverage?${queryOf(question, {})}`,
    serve: async (app) =>
      presentCoverage(await app.get(CoverageReader, { strict: false }).coverage(wishOf(question)), 'en'),
    read: (wire) => readCoverage(wire as CoverageWire),
    reckon: (history, now) => {
      const { pipe, stood, isUnknown, currency, span } = lay(history, now, question, 'in_period');
      if (isUnknown) return unknown;
      const book = narrow(keepBooks(stood, question.reading)(span), question.scope);
      const { parts, unavailable = null } = quotaAttainment.of(book);
      const { quota = null, bookings: won = null } = parts;
      const view = (instant: number, gone: bigint): string => {
        const pile = pileOf(heldBefore(pipe, instant));
        const left = quota && quota.exact.over - gone;
        const isMet = unavailable === null && left !== null && left <= 0n;
        const cover = unavailable !== null || left === null || isMet ? null : decimal(fraction(pile.minor, left));
        return coverageWords({
          cover: cover ?? (isMet ? 'met' : `n/a ${unavailable}`),
          pipeline: `${pile.count}, ${pile.minor} ${currency}`,
          toCover: left === null ? null : `${left} ${currency}`,
          notes: notesIn(leftOut(pile)),
        });
      };
      return new Map([
        known,
        ['quota', String(quota?.text ?? null)],
        ['won', String(won?.text ?? null)],
        ['at the start', view(pipe.from, 0n)],
        ['to go', view(pipe.until, won?.exact.over ?? 0n)],
      ]);
    },
  },
];

function readCoverage(wire: CoverageWire): Told {
  if (!isKnown(wire)) return unknown;
  const view = ({ coverage, met, unavailable, count, pipeline, toCover, notes }: CoverageViewWire): string =>
    coverageWords({
      cover: coverage ?? (met ? 'met' : `n/a ${unavailable?.code}`),
      pipeline: `${count}, ${moneyOf(pipeline)}`,
      toCover: toCover && moneyOf(toCover),
      notes: notesOf(notes),
    });
  return new Map([
    known,
    ['quota', wire.quota ? moneyOf(wire.quota) : 'null'],
    ['won', wire.won ? moneyOf(wire.won) : 'null'],
    ['at the start', view(wire.start)],
    ['to go', view(wire.toGo)],
  ]);
}

interface CoverageWords {
  readonly cover: string;
  readonly pipeline: string;
  readonly toCover: string | null;
  readonly notes: string;
}

const coverageWords = ({ cover, pipeline, toCover, notes }: CoverageWords): string =>
  `${cover}; ${pipeline} to cover ${toCover}; ${notes}`;
