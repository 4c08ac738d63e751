import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, product, productPatch, type ProductPatch, type ProductWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { ProductsService, ReferencesReader } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentProduct } from '../references/references.presenter';

/** What is sold. */
@ApiTags('products')
@Controller('products')
export class ProductsController {
  constructor(
    private readonly reader: ReferencesReader,
    private readonly changes: ProductsService,
  ) {}

  /** Says whether the organisation's future stands on this product. */
  @Patch(':id')
  @Policy('keep_books')
  @Answers(product, { changes: true, versioned: true })
  async change(
    @Param('id', { schema: id }) productId: Id<'product'>,
    @IfMatch() seen: number,
    @Body({ schema: productPatch }) { future }: ProductPatch,
  ): Promise<ProductWire> {
    await this.changes.markFuture(productId, seen, future);
    return presentProduct(await this.reader.product(productId));
  }
}
