import fc from 'fast-check';
import { mutationsOf, type Mutation } from './mutation';
import type { Operation, Parameter } from './operations';
import { valuesOf } from './valid-values';

/** What one request shall be, before it is known which records the run has made. */
export interface Plan {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly files: number;
  readonly mutation: Mutation | null;
  /** Who says which version: the one that is known, an old one, a coming one, nobody. */
  readonly version: 'known' | 'old' | 'coming' | 'none';
}

/** The plans of an operation: four of ten are whole, the others have one thing wrong with them. */
export function plansOf(operation: Operation): fc.Arbitrary<Plan> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const mutations = mutationsOf({
    json: operation.body !== null,
    query: inQuery.length > 0,
    path: inPath.length > 0,
    cursor: inQuery.some(({ name }) => name === 'cursor'),
  });
  return fc.record({
    path: valuesOf(
      objectOf(inPath.map((parameter) => ({ ...parameter, means: meaningOf(operation.path, parameter.name) }))),
    ) as fc.Arbitrary<Plan['path']>,
    query: valuesOf(objectOf(inQuery)) as fc.Arbitrary<Plan['query']>,
    body: operation.body ? valuesOf(operation.body.schema) : fc.constant(undefined),
    files: fc.nat(99),
    mutation: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 6, arbitrary: mutations }),
    version: fc.oneof(
      { weight: 8, arbitrary: fc.constant('known' as const) },
      { weight: 2, arbitrary: fc.constantFrom('old', 'coming', 'none') },
    ),
  });
}

const objectOf = (parameters: readonly (Parameter & { readonly means?: string })[]) => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema, means = name }) => [name, { ...schema, means }])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
});

/** An `id` in a path is that of what the path names before it. */
const meaningOf = (path: string, name: string): string => {
  const segments = path.split('/');
  return name === 'id' ? (segments[segments.indexOf('{id}') - 1] ?? name) : name;
};

/** Every operation by every one who calls, over and over in an order that the seed decides. */
export class Planner {
  private readonly plans: ReadonlyMap<Operation, fc.Arbitrary<Plan>>;
  private order: readonly number[] = [];
  private lap = -1;

  constructor(
    private readonly operations: readonly Operation[],
    private readonly callers: number,
    private readonly seed: number,
  ) {
    this.plans = new Map(operations.map((operation) => [operation, fc.noBias(plansOf(operation))]));
  }

  /** The nth request of this seed, whatever was asked for before. */
  at(index: number): { readonly operation: Operation; readonly caller: number; readonly plan: Plan } {
    const cells = this.operations.length * this.callers;
    this.shuffle(Math.floor(index / cells), cells);
    const cell = this.order[index % cells] ?? 0;
    const operation = this.operations[cell % this.operations.length] as Operation;
    const [plan] = fc.sample(this.plans.get(operation) as fc.Arbitrary<Plan>, {
      numRuns: 1,
      seed: mixed(this.seed, index),
    });
    return { operation, caller: Math.floor(cell / this.operations.length), plan: plan as Plan };
  }

  private shuffle(lap: number, cells: number): void {
    if (lap === this.lap) return;
    const [order = []] = fc.sample(fc.shuffledSubarray([...Array(cells).keys()], { minLength: cells }), {
      numRuns: 1,
      seed: mixed(this.seed, -1 - lap),
    });
    this.lap = lap;
    this.order = order;
  }
}

/** A seed of its own for each request, far from that of its neighbours. */
const mixed = (seed: number, index: number): number =>
  (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) | 0;
