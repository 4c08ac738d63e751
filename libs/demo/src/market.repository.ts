import { Injectable } from '@nestjs/common';
import { bin } from '@tandem/database';
import { newId, type Id, type PlainDate } from '@tandem/kernel';
import { company } from './outline/company';
import { overseasRoots, overseasTrades, taiwanRoots, taiwanTrades } from './outline/customers';
import { articles, sources, yearlyCampaigns, type SourceKey } from './outline/offer';
import { instantOn, type DayNumber } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { makeAccounts, type MadeAccount } from './rules/make-accounts';
import { TableWriter } from './table-writer.repository';

export interface DemoCampaign {
  readonly id: Id<'campaign'>;
  readonly source: SourceKey;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** What is sold, to whom, and where buyers come from. */
export interface DemoMarket {
  readonly accounts: readonly (MadeAccount & { readonly id: Id<'account'>; readonly contactId: Id<'contact'> })[];
  readonly productIds: readonly Id<'product'>[];
  readonly sourceIds: ReadonlyMap<string, Id<'source'>>;
  readonly campaigns: readonly DemoCampaign[];
  /** New Taiwan dollars for one unit, about. */
  readonly usualRates: Readonly<Record<string, number>>;
}

const usualRates = { TWD: 1, USD: 31.6, EUR: 35.2, JPY: 0.212 };

/** Writes products, sources, campaigns, rates, accounts and contacts of the demo. */
@Injectable()
export class MarketRepository {
  constructor(private readonly writer: TableWriter) {}

  async add(seed: number, span: { readonly from: DayNumber; readonly months: readonly string[] }): Promise<DemoMarket> {
    const productIds = articles.map(() => newId<'product'>());
    await this.writer.add(
      'product',
      'id name name_zh family list_price_minor cost_minor currency future',
      articles.map(({ name, nameZh, family, price, cost, future }, place) => [
        bin(productIds[place] ?? newId()),
        name,
        nameZh,
        family,
        price,
        cost,
        company.reportingCurrency,
        future,
      ]),
    );
    const sourceIds = new Map(Object.keys(sources).map((key) => [key, newId<'source'>()]));
    await this.writer.add(
      'source',
      'id source_key name name_zh',
      Object.entries(sources).map(([key, { name, nameZh }]) => [bin(sourceIds.get(key) ?? newId()), key, name, nameZh]),
    );
    const campaigns = await this.addCampaigns(span.months, sourceIds);
    await this.addRates(seed, span.months);
    return { productIds, sourceIds, campaigns, accounts: await this.addAccounts(seed, span.from), usualRates };
  }

  private async addCampaigns(
    months: readonly string[],
    sourceIds: ReadonlyMap<string, Id<'source'>>,
  ): Promise<DemoCampaign[]> {
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    const campaigns = years.flatMap((year) =>
      yearlyCampaigns.map(({ name, nameZh, source, from, until }) => ({
        id: newId<'campaign'>(),
        name: `${name} ${year}`,
        nameZh: `${year} ${nameZh}`,
        source,
        from: `${year}-${from}` as PlainDate,
        until: `${year}-${until}` as PlainDate,
      })),
    );
    await this.writer.add(
      'campaign',
      'id source_id name name_zh starts_on ends_on',
      campaigns.map(({ id, source, name, nameZh, from, until }) => [
        bin(id),
        bin(sourceIds.get(source) ?? null),
        name,
        nameZh,
        from,
        until,
      ]),
    );
    return campaigns;
  }

  /** A rate for the first of each month that wanders a little. */
  private async addRates(seed: number, months: readonly string[]): Promise<void> {
    const draw = drawFrom(seed, 'rates');
    const rates = Object.entries(usualRates).filter(([currency]) => currency !== company.reportingCurrency);
    const rows = rates.flatMap(([currency, usual]) => {
      let rate = usual;
      return months.map((month) => {
        rate *= 0.992 + draw.share() * 0.016;
        return [currency, company.reportingCurrency, `${month}-01`, rate.toFixed(4)];
      });
    });
    await this.writer.add('exchange_rate', 'from_currency to_currency rate_date rate', rows);
  }

  private async addAccounts(seed: number, from: DayNumber): Promise<DemoMarket['accounts']> {
    const made = makeAccounts(drawFrom(seed, 'accounts'), { taiwanRoots, taiwanTrades, overseasRoots, overseasTrades });
    const accounts = made.map((account) => ({ ...account, id: newId<'account'>(), contactId: newId<'contact'>() }));
    const idAt = (place: number | null) => (place === null ? null : (accounts[place]?.id ?? null));
    await this.writer.add(
      'account',
      'id name name_zh parent_id segment country employees created_at version',
      accounts.map(({ id, name, nameZh, parent, segment, country, employees }) => [
        bin(id),
        name,
        nameZh,
        bin(idAt(parent)),
        segment,
        country,
        employees,
        instantOn(from, 540),
        1,
      ]),
    );
    const draw = drawFrom(seed, 'contacts');
    await this.writer.add(
      'contact',
      'id account_id name email phone title',
      accounts.map(({ id, contactId, name, overseas }, place) => [
        bin(contactId),
        bin(id),
        draw.pick(
          overseas
            ? ['Alex Morgan', 'Sakura Endo', 'Jonas Weber', 'Nina Rossi']
            : ['王經理', '李課長', '張協理', '吳廠長', '曾主任'],
        ),
        `buyer${place + 1}@${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`,
        // A number nobody has; of some customers nobody knows one.
        place % 3 === 2 ? null : `${overseas ? '+49 30' : '+886 3'} 5555 ${String(1000 + place)}`,
        draw.pick(['Plant manager', 'Purchasing', 'IT manager', 'Head of automation']),
      ]),
    );
    return accounts;
  }
}
