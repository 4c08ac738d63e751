import { count, type Figure } from './answer';

/** Distinct customers that ordered something. */
export const winningCustomers: Figure = {
  key: 'winning_customers',
  of: ({ lines }) => {
    const buyers = lines.filter(({ isSale }) => isSale).map(({ accountId }) => accountId);
    const customers = count(new Set(buyers.filter((accountId) => accountId !== null)).size);
    return { value: customers, parts: { customers }, notes: buyers.includes(null) ? ['without_account'] : [] };
  },
};
