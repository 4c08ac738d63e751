// What dashboards ask. A question draws its parameters, names the route it has here, and reads out of the answer what others answer too.
import { conversion } from './answers/conversion.mjs';
import { pipeline } from './answers/pipeline.mjs';
import { scoreboard } from './answers/scoreboard.mjs';
import { waterfall } from './answers/waterfall.mjs';
import { plusDays } from './calendar.mjs';

/** `answer` says what of the answer is compared and how others find it; without one only the time counts. */
export const questions = [
  {
    key: 'a',
    name: 'conversion of a quarter by source',
    draw: (world) => ({ quarter: world.pickQuarter(), source: world.pickSource() }),
    path: ({ quarter, source }) => `/figures/funnel?period=${quarter.key}&sourceId=${source.id}`,
    answer: conversion,
  },
  {
    key: 'b',
    name: 'five KPIs of a quarter by team',
    draw: (world) => ({ quarter: world.pickQuarter() }),
    path: ({ quarter }) => `/figures/scoreboard?period=${quarter.key}&by=team`,
    answer: scoreboard,
  },
  {
    key: 'c',
    name: 'pipeline as of 52 weeks',
    draw: (world) => ({ weeks: world.pickYear() }),
    path: ({ weeks }) => `/metrics/pipeline?period=${weeks[0].from}..${plusDays(weeks.at(-1).until, -1)}&step=week`,
    answer: pipeline,
  },
  {
    key: 'd',
    name: 'waterfall of a week',
    draw: (world) => ({ week: world.pickWeek() }),
    path: ({ week }) => `/metrics/waterfall?period=${week.key}&closing=any`,
    answer: waterfall,
  },
  {
    key: 'e',
    name: 'scoreboard as of a past day',
    draw: (world) => ({ quarter: world.pickQuarter(), day: world.pickDay() }),
    path: ({ quarter, day }) => `/figures/scoreboard?period=${quarter.key}&by=team&asOf=${day}`,
    answer: null,
  },
  {
    key: 'f',
    name: 'the whole funnel page of a quarter',
    draw: (world) => ({ quarter: world.pickQuarter() }),
    path: ({ quarter }) => `/figures/funnel?period=${quarter.key}`,
    answer: null,
  },
];
