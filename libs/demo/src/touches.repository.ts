import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import type { KnownOpportunity } from '@tandem/opportunities';
import type { Cast } from './cast.repository';
import type { DemoMarket } from './market.repository';
import { dayAt, plainOf } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { planTouches, type OtherRoads } from './rules/plan-touches';
import { TableWriter } from './table-writer.repository';

/** Writes what touched the buyers of the demo. */
@Injectable()
export class TouchesRepository {
  constructor(private readonly writer: TableWriter) {}

  async add(
    opportunities: readonly KnownOpportunity[],
    { teams }: Cast,
    market: DemoMarket,
    seed: number,
  ): Promise<void> {
    const draw = drawFrom(seed, 'touches');
    const marketing = new Set([teams.get('demand'), teams.get('product_marketing')].map(String));
    const roads = roadsOf(market);
    const rows = opportunities.flatMap(({ id, sourceId, campaignId, states }) => {
      if (sourceId === null) return [];
      const moments = states.map(({ at, teamId }) => ({
        at,
        side: marketing.has(String(teamId)) ? ('marketing' as const) : ('sales' as const),
      }));
      return planTouches(draw, { moments, source: sourceId, campaign: campaignId }, roads).map(
        ({ at, side, kind, source, campaign }) => [
          bin(newId()),
          bin(id),
          bin(source),
          bin(campaign),
          side,
          kind,
          at,
          at,
        ],
      );
    });
    await this.writer.add('touch', 'id opportunity_id source_id campaign_id side kind at recorded_at', rows);
  }
}

const roadsOf = ({ sourceIds, campaigns }: DemoMarket): OtherRoads => {
  const keys = new Map([...sourceIds].map(([key, id]) => [String(id), key]));
  return {
    sources: [...sourceIds.values()],
    campaignOn: (source, at) => {
      const day = plainOf(dayAt(at));
      const found = campaigns.find((one) => one.source === keys.get(source) && one.from <= day && one.until >= day);
      return found?.id ?? null;
    },
  };
};
