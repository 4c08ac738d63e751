import type { FunnelLeaksWire } from '@tandem/contracts';
import { FunnelLeaksReader } from '@tandem/metrics';
import { presentLeaks } from '../../../apps/api/src/figures/leaks.presenter';
import { findLeaks } from '../funnel/leaks';
import { queryOf, standingAt, type Subject } from './subject';

const asked = [
  { side: 'seller', mode: 'ordered' },
  { side: 'buyer', mode: 'any' },
] as const;

/** Where the funnel leaked, of the whole or of a scope: each step with who was decided there, and the worst of them. */
export const leaksSubject: Subject = (question) =>
  asked.map((how) => ({
    path: `/metrics/leaks?${queryOf(question, how)}`,
    serve: async (app) => {
      const { scope: filter, ...wish } = question;
      return presentLeaks(await app.get(FunnelLeaksReader, { strict: false }).leaks({ ...wish, ...how, filter }), 'en');
    },
    read: (wire) => {
      const { verdict, worst, steps, unavailable } = wire as FunnelLeaksWire;
      return new Map([
        ['known', unavailable?.code ?? 'yes'],
        ...(unavailable ? [] : [['worst', `${verdict} ${worst}`] as const]),
        ...steps.map((step) => [step.key, words(step)] as const),
      ]);
    },
    reckon: (history, now) => {
      const { present, stood, isUnknown } = standingAt(history, now, question.asOf);
      if (isUnknown) return new Map([['known', 'nothing_recorded_yet']]);
      const [years = 1] = history.organisation;
      const { steps, verdict, worst } = findLeaks(stood, { ...question, ...how, years, now: present });
      return new Map([
        ['known', 'yes'],
        ['worst', `${verdict} ${worst}`],
        ...steps.map(
          ({ key, latest, before }) =>
            [
              key,
              words({
                ...latest,
                decided: latest.mature,
                beforeDecided: before.mature,
                beforeRate: before.rate,
              }),
            ] as const,
        ),
      ]);
    },
  }));

type Step = Pick<
  FunnelLeaksWire['steps'][number],
  'windowDays' | 'decided' | 'converted' | 'running' | 'rate' | 'beforeDecided' | 'beforeRate'
>;

const words = ({ windowDays, decided, converted, running, rate, beforeDecided, beforeRate }: Step): string =>
  `${converted}/${decided} in ${windowDays} days; ${running} running; ${rate}; before ${beforeRate} of ${beforeDecided}`;
