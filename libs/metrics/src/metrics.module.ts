import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { PeopleModule } from '@tandem/people';
import { AskedPeriodReader } from './asked-period.reader';
import { BookingFactsReader } from './booking-facts.reader';
import { ClosingFactsReader } from './closing-facts.reader';
import { DirectoryReader } from './directory.reader';
import { FigureRecordsReader } from './figure-records.reader';
import { FiguresReader } from './figures.reader';
import { FunnelDealsReader } from './funnel-deals.reader';
import { FunnelFiguresReader } from './funnel-figures.reader';
import { FunnelRecordsReader } from './funnel-records.reader';
import { GoalsReader } from './goals.reader';
import { LedgerReader } from './ledger.reader';
import { RecordNamesReader } from './record-names.reader';

@Module({
  imports: [PeopleModule, FunnelModule],
  providers: [
    AskedPeriodReader,
    BookingFactsReader,
    ClosingFactsReader,
    DirectoryReader,
    FigureRecordsReader,
    FiguresReader,
    FunnelDealsReader,
    FunnelFiguresReader,
    FunnelRecordsReader,
    GoalsReader,
    LedgerReader,
    RecordNamesReader,
  ],
  exports: [FiguresReader, FunnelFiguresReader, AskedPeriodReader],
})
export class MetricsModule {}
