import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { PeopleModule } from '@tandem/people';
import { AccountMergesReader } from './account-merges.reader';
import { AskedPeriodReader } from './asked-period.reader';
import { BookingFactsReader } from './booking-facts.reader';
import { ClosingFactsReader } from './closing-facts.reader';
import { CorrectionsReader } from './corrections.reader';
import { DirectoryReader } from './directory.reader';
import { FigureRecordsReader } from './figure-records.reader';
import { FiguresReader } from './figures.reader';
import { FunnelDealsReader } from './funnel-deals.reader';
import { FunnelFiguresReader } from './funnel-figures.reader';
import { FunnelRecordsReader } from './funnel-records.reader';
import { GoalsReader } from './goals.reader';
import { LedgerReader } from './ledger.reader';
import { PastValuesReader } from './past-values.reader';
import { RecordNamesReader } from './record-names.reader';
import { RecordedSinceReader } from './recorded-since.reader';

@Module({
  imports: [PeopleModule, FunnelModule],
  providers: [
    AccountMergesReader,
    AskedPeriodReader,
    BookingFactsReader,
    ClosingFactsReader,
    CorrectionsReader,
    DirectoryReader,
    FigureRecordsReader,
    FiguresReader,
    FunnelDealsReader,
    FunnelFiguresReader,
    FunnelRecordsReader,
    GoalsReader,
    LedgerReader,
    PastValuesReader,
    RecordNamesReader,
    RecordedSinceReader,
  ],
  exports: [FiguresReader, FunnelFiguresReader, AskedPeriodReader, CorrectionsReader, RecordedSinceReader],
})
export class MetricsModule {}
