import type { Bilingual } from '@tandem/contracts';

/** What an opportunity is called beside its account: the customer is not said twice. */
export function besideAccount(name: string, account: Bilingual): string {
  for (const customer of [account.en, account.zhTW]) {
    if (!customer) continue;
    const rest = name.startsWith(`${customer} · `)
      ? name.slice(customer.length + 3)
      : name.replace(` · ${customer} (`, () => ' (');
    if (rest !== name) return rest;
    if (name.endsWith(` · ${customer}`)) return name.slice(0, -customer.length - 3);
  }
  return name;
}
