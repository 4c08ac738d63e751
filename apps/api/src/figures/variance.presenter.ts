import type {
  Bilingual,
  FigureValue as FigureValueWire,
  VarianceNodeWire,
  VarianceRecordsWire,
  VarianceWire,
} from '@tandem/contracts';
import { money, type Locale } from '@tandem/kernel';
import {
  plainValue,
  roundedMoney,
  sayNode,
  sayNodeFormula,
  type Ratio,
  type Variance,
  type VarianceNode,
  type VarianceRecord,
  type VarianceRecords,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentTold } from './figure.presenter';
import { presentAmount, presentSaid, presentWhy } from './line.presenter';

export const presentVariance = (answer: Variance, locale: Locale): VarianceWire => ({
  ...presentTold(answer),
  currency: answer.currency,
  against: answer.against,
  measure: answer.measure,
  baseline: presentAmount(answer.baseline),
  actual: presentAmount(answer.actual),
  unavailable: presentWhy(answer.unavailable, locale),
  notes: answer.notes.map((note) => presentSaid(note, locale)),
  tree: answer.tree && presentTree(answer.tree, answer, locale),
});

export const presentVarianceRecords = (records: VarianceRecords): VarianceRecordsWire => ({
  ...presentTold(records),
  sum: presentAmount(records.sum),
  kept: records.kept,
  items: records.items.map(presentRecord),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

type Leaf = VarianceNodeWire['children'][number]['children'][number];

const presentTree = (tree: VarianceNode, answer: Variance, locale: Locale): VarianceNodeWire => ({
  ...presentNode(tree, answer, locale),
  children: tree.children.map((child) => ({
    ...presentNode(child, answer, locale),
    children: child.children.map((leaf) => presentNode(leaf, answer, locale)),
  })),
});

function presentNode(node: VarianceNode, { stages, currency }: Variance, locale: Locale): Leaf {
  const stage = node.stage === null ? null : (stages[node.stage] ?? null);
  return {
    key: node.key,
    kind: node.kind,
    stageKey: stage && stage.key,
    name: sayNode(locale, node.kind, stage ? inLanguage(stage.name, locale) : ''),
    formula: sayNodeFormula(locale, node.kind),
    value: node.minor === null ? null : presentMoney(money(node.minor, currency)),
    unavailable: presentWhy(node.unavailable, locale),
    baseline: presentDriver(node, node.baseline, currency),
    actual: presentDriver(node, node.actual, currency),
  };
}

const inLanguage = ({ en, zhTW }: Bilingual, locale: Locale): string => (locale === 'zh-TW' ? (zhTW ?? en) : en);

function presentDriver({ kind }: VarianceNode, driver: Ratio | null, currency: string): FigureValueWire | null {
  if (!driver) return null;
  if (kind === 'size' || kind === 'rate' || kind === 'other')
    return plainValue({ unit: 'money', money: roundedMoney(driver, currency) });
  // A plan made from a target may take a part of an opportunity.
  if (kind === 'volume' && driver.denominator === 1n) return { unit: 'count', count: Number(driver.numerator) };
  return plainValue({ unit: 'ratio', ratio: driver });
}

const presentRecord = (record: VarianceRecord): VarianceRecordsWire['items'][number] => ({
  id: record.id,
  kind: record.kind,
  opportunityId: record.opportunityId,
  name: record.name,
  accountName: record.accountName,
  ownerName: record.ownerName,
  date: record.date,
  fate: record.fate,
  stageKey: record.stageKey,
  kept: record.isKept,
  contribution: presentAmount(record.value),
});
