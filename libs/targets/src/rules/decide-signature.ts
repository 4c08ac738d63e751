import { refusal, type Refusal, type Role, type Side } from '@tandem/kernel';

export type SigningSide = 'sales' | 'marketing';

/**
 * For which side does somebody sign? The head of sales (a manager of sales, or the revenue officer) for sales, the head of
 * marketing for marketing; each side once, until the target changes.
 */
export function decideSignature(
  signer: { readonly role: Role | 'system'; readonly side: Side },
  signed: Readonly<Record<SigningSide, boolean>>,
): SigningSide | Refusal {
  const side = sideOf(signer);
  if (!side) {
    return refusal('target.not_a_head', 'Only the heads of sales and marketing sign a target.', { role: signer.role });
  }
  if (signed[side]) return refusal('target.signed_already', 'Your side has signed this target already.', { side });
  return side;
}

function sideOf({ role, side }: { readonly role: Role | 'system'; readonly side: Side }): SigningSide | null {
  if (role === 'revenue_officer') return 'sales';
  if (role !== 'manager' || side === 'other') return null;
  return side;
}
