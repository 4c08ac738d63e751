import { Injectable } from '@nestjs/common';
import type { AuditFilterWire, AuditLineListWire, AuditQuery } from '@tandem/contracts';
import { csvHead, csvLine } from '@tandem/exchange';
import { startOfDay, type Id, type Locale, type PlainDate } from '@tandem/kernel';
import { serverTexts, text } from '@tandem/language';
import { OrganisationReader } from '@tandem/people';
import { AuditedNamesReader, AuditReader, type AuditFilter } from '@tandem/upkeep';
import { csvCells, csvColumns, presentLine } from './audit.presenter';

/** More than a page on a screen, so that a long file is not read in too many small pieces. */
const pageSize = 1_000;

/** Pages of the audit trail, with names for the ids that stand in it. */
@Injectable()
export class AuditPages {
  constructor(
    private readonly lines: AuditReader,
    private readonly names: AuditedNamesReader,
    private readonly organisation: OrganisationReader,
  ) {}

  async list(query: AuditQuery, locale: Locale): Promise<AuditLineListWire> {
    const { zone } = await this.organisation.get();
    const { items, page, lookedBackTo } = await this.lines.list({ ...inZone(query, zone), ...pagingOf(query) });
    const names = await this.names.of(items);
    return {
      items: items.map((line) => presentLine(line, { names, locale, zone })),
      page,
      lookedBackTo: lookedBackTo?.toISOString() ?? null,
      kinds: Object.keys(serverTexts.en.audit.kind).map((kind) => ({ kind, name: text(locale, `audit:kind.${kind}`) })),
    };
  }

  /** Every line of the filter, some thousand at a time, so that a long trail needs no more memory than one page. */
  async *csv(filter: AuditFilterWire, locale: Locale): AsyncGenerator<string> {
    const { zone } = await this.organisation.get();
    const asked = inZone(filter, zone);
    yield csvHead(csvColumns(locale));
    for (let cursor: string | undefined; ;) {
      const { items, page } = await this.lines.list({ ...asked, limit: pageSize, cursor });
      const names = await this.names.of(items);
      yield items.map((line) => csvLine(csvCells(presentLine(line, { names, locale, zone })))).join('');
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}

const pagingOf = ({ limit, cursor }: AuditQuery): Pick<AuditFilter, 'limit' | 'cursor'> => ({ limit, cursor });

const inZone = ({ actorId, kind, recordId, from, until }: AuditFilterWire, zone: string) => ({
  actorId: actorId as Id<'person'> | undefined,
  kind,
  recordId: recordId as Id | undefined,
  from: from === undefined ? undefined : startOfDay(from as PlainDate, zone),
  until: until === undefined ? undefined : startOfDay(until as PlainDate, zone),
});
