import { Injectable } from '@nestjs/common';
import { FunnelService } from '@tandem/funnel';
import { calendarOfMonths, type Currency } from '@tandem/kernel';
import { SetupService } from '@tandem/people';
import { OrganisationRepository } from './organisation.repository';

/** The beginning of an organisation that real records come into. */
@Injectable()
export class Founding {
  constructor(
    private readonly setup: SetupService,
    private readonly repository: OrganisationRepository,
    private readonly funnel: FunnelService,
  ) {}

  /** Settings that an organisation has already are kept; the currency is not, because nothing was counted in it yet. */
  async openBooks(currency: Currency): Promise<void> {
    const made = await this.setup.ensureOrganisation({
      name: 'Our company',
      reportingCurrency: currency,
      zone: 'UTC',
      ...calendarOfMonths(1),
      holds: 'real',
    });
    if (made) return;
    await this.repository.report(currency);
    await this.setup.holds('real');
  }

  layFunnel(): Promise<void> {
    return this.funnel.ensureDefaultFunnel();
  }
}
