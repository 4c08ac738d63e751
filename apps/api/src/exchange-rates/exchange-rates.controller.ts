import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  currencyCode,
  currencyRestatement,
  currencyRestatementResult,
  day,
  exchangeRate,
  exchangeRateChange,
  type CurrencyRestatement,
  type CurrencyRestatementResult,
  type ExchangeRateChange,
  type ExchangeRateWire,
} from '@tandem/contracts';
import type { PlainDate } from '@tandem/kernel';
import { CurrencyRestatementsService, ExchangeRatesReader, ExchangeRatesService } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatchOrNew } from '../access/if-match';
import { Policy } from '../access/policy';
import { dayOf } from '../opportunities/opportunity.request';

/** What other currencies are worth in the reporting currency. */
@ApiTags('exchange-rates')
@Controller()
export class ExchangeRatesController {
  constructor(
    private readonly reader: ExchangeRatesReader,
    private readonly changes: ExchangeRatesService,
    private readonly restatements: CurrencyRestatementsService,
  ) {}

  /** The rate in force on a day: its own, with an ETag, or the latest before it. */
  @Get('exchange-rates/:from/:date')
  @Policy('signed_in')
  @Answers(exchangeRate)
  read(
    @Param('from', { schema: currencyCode }) from: string,
    @Param('date', { schema: day }) date: string,
  ): Promise<ExchangeRateWire> {
    return this.inForce(from, dayOf(date, '/date'));
  }

  /** Sets the rate of a day; one that the day has already, with If-Match. Bookings keep the rates frozen in them until they are restated. */
  @Put('exchange-rates/:from/:date')
  @Policy('keep_books')
  @Answers(exchangeRate, { changes: true, versioned: 'when_there' })
  async set(
    @Param('from', { schema: currencyCode }) from: string,
    @Param('date', { schema: day }) date: string,
    @Body({ schema: exchangeRateChange }) { rate }: ExchangeRateChange,
    @IfMatchOrNew() version: number | null,
  ): Promise<ExchangeRateWire> {
    const on = dayOf(date, '/date');
    await this.changes.set(from, on, rate, version);
    return this.inForce(from, on);
  }

  @Post('currency-restatements')
  @Policy('keep_books')
  @Answers(currencyRestatementResult, { changes: true })
  async restate(
    @Body({ schema: currencyRestatement }) { from, since, until, reason }: CurrencyRestatement,
  ): Promise<CurrencyRestatementResult> {
    const [first, end] = [dayOf(since, '/since'), dayOf(until, '/until')];
    return { ...(await this.restatements.restate({ from, since: first, until: end, reason })) };
  }

  private async inForce(from: string, date: PlainDate): Promise<ExchangeRateWire> {
    return { ...(await this.reader.inForce(from, date)) };
  }
}
