import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { ProductsController } from './products.controller';

@Module({ imports: [OpportunitiesModule], controllers: [ProductsController] })
export class ProductsApiModule {}
