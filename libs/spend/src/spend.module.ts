import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { ExpensesRepository } from './expenses.repository';
import { SpendReader } from './spend.reader';
import { SpendService } from './spend.service';

@Module({
  imports: [PeopleModule, OpportunitiesModule],
  providers: [SpendService, SpendReader, ExpensesRepository],
  exports: [SpendService, SpendReader],
})
export class SpendModule {}
