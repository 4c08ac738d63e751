import type { GoalFigureWire, GoalsWire, GoalWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import { plainValue, sayGoal, sayGoalNote, type GoalFigure, type GoalsBoard, type GoalStanding } from '@tandem/metrics';
import { presentRatio, presentTold } from './figure.presenter';

export const presentGoals = (board: GoalsBoard, locale: Locale): GoalsWire => ({
  ...presentTold(board),
  currency: board.currency,
  items: board.items.map((standing) => presentGoal(standing, locale)),
  page: { nextCursor: board.nextCursor, hasMore: board.nextCursor !== null },
  count: board.count,
});

export const presentGoalFigure = (figure: GoalFigure, locale: Locale): GoalFigureWire => ({
  key: figure.key,
  name: sayGoal(locale, figure.key),
  unit: figure.unit,
  betterWhen: figure.betterWhen,
  additive: figure.isAdditive,
  slices: [...figure.slices],
});

const presentGoal = (goal: GoalStanding, locale: Locale): GoalWire => ({
  key: goal.figure.key,
  name: sayGoal(locale, goal.figure.key),
  unit: goal.figure.unit,
  betterWhen: goal.figure.betterWhen,
  slice: goal.place,
  target: plainValue(goal.target),
  value: goal.value && plainValue(goal.value),
  unavailable: goal.unavailable && { code: goal.unavailable.code, detail: sayGoalNote(locale, goal.unavailable) },
  attainment: presentRatio(goal.attainment),
  pace: presentRatio(goal.pace),
  standing: goal.standing,
});
