import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { AccountsController } from './accounts.controller';

@Module({ imports: [OpportunitiesModule], controllers: [AccountsController] })
export class AccountsApiModule {}
