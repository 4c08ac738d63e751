import { sumMinor } from '../../lines/rules/sum-minor';
import type { Note } from '../../rules/figure-value';
import type { Ratio } from '../../rules/ratio';
import type { Leaf, LeafKind } from './explain-variance';

export type NodeKind = LeafKind | 'root' | 'stage';

/** A node of a variance tree; its value is the sum of its children’s, to the minor unit. */
export interface VarianceNode {
  /** `conversion.propose`: the kind, and the key of the stage where it lies in one. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly stage: number | null;
  readonly minor: bigint | null;
  readonly unavailable: Note | null;
  readonly baseline: Ratio | null;
  readonly actual: Ratio | null;
  readonly children: readonly VarianceNode[];
}

/** The reasons as a tree: those of one stage stand below it, in the order of the funnel; what left nothing undivided has no such node. */
export function growTree(leaves: readonly Leaf[], stageKeys: readonly string[]): VarianceNode {
  const nodes = leaves
    .filter(({ kind, minor }) => kind !== 'undivided' || minor !== 0n)
    .map((leaf): VarianceNode => ({ ...leaf, key: keyOf(leaf.kind, stageKeys[leaf.stage ?? -1]), children: [] }));
  const stages = stageKeys.map((key, stage) =>
    parent(
      { key: keyOf('stage', key), kind: 'stage', stage },
      nodes.filter((node) => node.stage === stage),
    ),
  );
  const [volume, ...others] = nodes.filter(({ stage }) => stage === null);
  const children = [...(volume ? [volume] : []), ...stages, ...others];
  return parent({ key: 'root', kind: 'root', stage: null }, children);
}

/** The node of a key, anywhere in a tree. */
export function findNode(tree: VarianceNode, key: string): VarianceNode | null {
  if (tree.key === key) return tree;
  for (const child of tree.children) {
    const found = findNode(child, key);
    if (found) return found;
  }
  return null;
}

const keyOf = (kind: NodeKind, stage: string | undefined): string => (stage === undefined ? kind : `${kind}.${stage}`);

const parent = (
  own: Pick<VarianceNode, 'key' | 'kind' | 'stage'>,
  children: readonly VarianceNode[],
): VarianceNode => ({
  ...own,
  minor: sumMinor(children, ({ minor }) => minor ?? 0n),
  unavailable: null,
  baseline: null,
  actual: null,
  children,
});
