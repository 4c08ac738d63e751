import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { text } from '@tandem/language';
import type { Directory } from '../directory.reader';
import type { BilingualName } from '../figure';
import type { NamedPlace } from './flow-question';
import type { FlowSliceKind, SlicePlace } from './rules/slice-flow';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

type NameOf = (place: SlicePlace) => NamedPlace;

const none: Readonly<Record<FlowSliceKind, string>> = {
  team: 'figures:none.team',
  office: 'figures:none.office',
  person: 'figures:none.person',
  source: 'figures:none.source',
  campaign: 'flow:none.campaign',
  segment: 'flow:none.segment',
  product: 'flow:none.product',
};

/** Names of slices, those of today; what lacks the attribute has a name of its own, so that nothing vanishes. */
@Injectable()
export class FlowNamesReader {
  constructor(private readonly database: Database) {}

  async read(directory: Directory, kinds: readonly FlowSliceKind[]): Promise<NameOf> {
    const campaigns = kinds.includes('campaign')
      ? await this.names('SELECT id, name, name_zh AS nameZh FROM campaign')
      : null;
    const products = kinds.includes('product')
      ? await this.names('SELECT id, name, name_zh AS nameZh FROM product')
      : null;
    const find = (kind: FlowSliceKind, id: string): BilingualName | null => {
      if (kind === 'segment') return { en: id, zhTW: null };
      if (kind === 'campaign') return campaigns?.get(id) ?? null;
      return kind === 'product' ? (products?.get(id) ?? null) : directory.nameOf(kind, id);
    };
    return ({ kind, id }) => {
      if (id !== null) return { kind, id, name: find(kind, id) ?? { en: id, zhTW: null } };
      return { kind, id, name: { en: text('en', none[kind]), zhTW: text('zh-TW', none[kind]) } };
    };
  }

  private async names(sql: string): Promise<ReadonlyMap<string, BilingualName>> {
    const rows = await this.database.query<Row>(sql);
    return new Map(rows.map(({ id, name, nameZh }) => [id, { en: name, zhTW: nameZh }]));
  }
}
