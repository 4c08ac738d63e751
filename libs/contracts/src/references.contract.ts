import { z } from 'zod';
import { bilingual, id, listOf, money, paging, reason, version } from './shapes.contract';

export const account = z.object({
  id,
  name: bilingual,
  parentId: id.nullable(),
  segment: z.string().nullable(),
  version,
});
/** A merged account is no longer to choose from; `mergedInto` is used instead. */
export const accountDetail = account.extend({ mergedInto: z.object({ id, name: bilingual }).nullable() });
export const accountMerge = z.strictObject({ intoAccountId: id, note: reason(500) });
export const accountQuery = z.strictObject({ ...paging, q: z.string().trim().max(100).optional() });
export const accountList = listOf(account);

export const product = z.object({
  id,
  name: bilingual,
  family: z.string().nullable(),
  listPrice: money.nullable(),
  /** One of the products the organisation's future stands on. */
  future: z.boolean(),
  version,
});
export const productPatch = z.strictObject({ future: z.boolean() });
export const source = z.object({ id, key: z.string(), name: bilingual });
export const campaign = z.object({ id, sourceId: id, name: bilingual });

/** The short lists that forms choose from. */
export const references = z.object({
  products: z.array(product),
  sources: z.array(source),
  campaigns: z.array(campaign),
});

export type AccountWire = z.infer<typeof account>;
export type AccountDetailWire = z.infer<typeof accountDetail>;
export type AccountMergeWish = z.infer<typeof accountMerge>;
export type AccountQuery = z.infer<typeof accountQuery>;
export type ProductPatch = z.infer<typeof productPatch>;
export type ProductWire = z.infer<typeof product>;
export type ReferencesWire = z.infer<typeof references>;
