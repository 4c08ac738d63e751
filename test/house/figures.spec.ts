import { figureCards } from '@tandem/metrics';
import { filesUnder, textOf } from './tree';

const document = JSON.parse(textOf('docs/openapi.json')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** Every question of figures, and every list of records behind one. */
const served = Object.entries(document.paths)
  .filter(([, does]) => 'get' in does)
  .map(([path]) => path.replace('/api/v1/', ''))
  .filter((path) => /^(figures|metrics)\//.test(path));

/** What tells about figures instead of answering one. */
const tells = ['figures/definitions', 'metrics/choices', 'metrics/goals', 'metrics/goals/figures', 'metrics/{key}'];

const parts = figureCards.flatMap((card) => card.parts.map((part) => ({ key: card.key, ...part })));
const asPath = (records: string): string =>
  records.replace(/\?.*/, '').replace(/^figures\/\w+\/records$/, 'figures/{key}/records');
const isFunnel = (records: string): boolean => records.startsWith('figures/funnel/');

describe('the cards of figures', () => {
  test('name only routes that are served', () => {
    const named = parts.flatMap(({ route, records }) => [
      route,
      isFunnel(records) ? 'figures/funnel/records' : asPath(records),
    ]);
    expect([...new Set(named)].filter((path) => !served.includes(path))).toEqual([]);
  });

  test('leave no question and no list of records undeclared', () => {
    const named = new Set(
      parts.flatMap(({ route, records }) => [route, isFunnel(records) ? 'figures/funnel/records' : asPath(records)]),
    );
    expect(served.filter((path) => !named.has(path) && !tells.includes(path))).toEqual([]);
  });

  test('name only tables that there are', () => {
    const migrations = filesUnder('libs/database/src/migrations').map(textOf).join('\n');
    const tables = new Set(figureCards.flatMap(({ sources }) => sources));
    expect([...tables].filter((table) => !migrations.includes(`${table}: \``))).toEqual([]);
  });

  test('say where each of their dimensions can be asked', () => {
    const parameters = (route: string) =>
      ((document.paths[`/api/v1/${route}`] ?? {})['get'] as { parameters: { name: string }[] }).parameters.map(
        ({ name }) => name,
      );
    const unasked = parts.flatMap(({ key, route }) => {
      const card = figureCards.find((one) => one.key === key);
      return (card?.dimensions ?? [])
        .filter((dimension) => !parameters(route).includes(dimension === 'segment' ? 'segment' : `${dimension}Id`))
        .map((dimension) => `${key} ${route} ${dimension}`);
    });
    expect([...new Set(unasked)]).toEqual([]);
  });
});
