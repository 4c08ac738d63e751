import { Injectable } from '@nestjs/common';
import { addDays, addMonths, quarterOf, type PlainDate } from '@tandem/kernel';
import { CastRepository, type Cast } from './cast.repository';
import { FeedbackRepository } from './feedback.repository';
import { GoalsRepository, type Span } from './goals.repository';
import { MarketRepository } from './market.repository';
import { company } from './outline/company';
import { dayAt, dayOf, plainOf } from './rules/calendar';
import { StoryService } from './story.service';
import type { Tell } from './tell';
import { TouchesRepository } from './touches.repository';
import type { Memory } from './past-agenda';

const months = 18;

/** Writes the demo company but for its meetings. */
@Injectable()
export class DemoWriter {
  constructor(
    private readonly cast: CastRepository,
    private readonly market: MarketRepository,
    private readonly story: StoryService,
    private readonly goals: GoalsRepository,
    private readonly touches: TouchesRepository,
    private readonly feedback: FeedbackRepository,
  ) {}

  async write(seed: number, now: Date, tell: Tell): Promise<Omit<Memory, 'stageNames'>> {
    const today = plainOf(dayAt(now));
    const first = addMonths(today, -months);
    // The quarter the history begins in is not whole, so it has no goals.
    const span: Span = {
      seed,
      now,
      months: monthsBetween(first, today),
      quarters: quartersBetween(first, today).slice(1),
    };
    const cast = await this.cast.add(first, now);
    await this.sign(cast);
    await tell();
    const market = await this.market.add(seed, { from: dayOf(first), months: span.months });
    await tell();
    const opportunities = await this.story.tell({ cast, market, seed, from: dayOf(first), now });
    await tell();
    await this.touches.add(opportunities, cast, market, seed);
    await this.feedback.add(cast, { seed, now });
    await tell();
    const booked = await this.goals.booked();
    const numbers = await this.goals.addGoals(cast, booked, span);
    await this.goals.addExpenses(cast, market, booked, span);
    await tell();
    return { cast, opportunities, booked, numbers, seed, now };
  }

  private async sign({ people }: Cast): Promise<void> {
    const [sales, marketing] = [people.get('manager'), people.get('irene.kuo')];
    if (sales && marketing) await this.cast.signContract(sales.id, marketing.id);
  }
}

function monthsBetween(first: PlainDate, last: PlainDate): string[] {
  const found: string[] = [];
  for (let day = `${first.slice(0, 7)}-01` as PlainDate; day <= last; day = addMonths(day, 1))
    found.push(day.slice(0, 7));
  return found;
}

function quartersBetween(first: PlainDate, last: PlainDate): string[] {
  const found = new Set<string>();
  for (let day = first; day <= last; day = addDays(day, 1)) found.add(quarterOf(day, company));
  return [...found];
}
