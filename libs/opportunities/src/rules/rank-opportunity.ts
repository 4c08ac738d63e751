import { bestRank, rankName, type NameRank } from '@tandem/kernel';

interface Customer {
  readonly name: string;
  readonly nameZh: string | null;
}

/** By its own name, or by that of its customer or both together: one that is so called itself stands before those. */
export function rankOpportunity(q: string, name: string, customer: Customer | null): NameRank | null {
  const own = rankName(q, name);
  if (own !== null || customer === null) return own;
  const together = rankName(q, `${name} ${customer.name} ${customer.nameZh ?? ''}`);
  const byCustomer = bestRank([rankName(q, customer.name), rankName(q, customer.nameZh ?? ''), together]);
  return byCustomer === 'exact' || byCustomer === 'start' ? 'word' : byCustomer;
}
