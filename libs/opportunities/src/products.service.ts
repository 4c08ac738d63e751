import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { noProduct, productChangedMeanwhile } from './opportunities.errors';

interface Held {
  readonly future: number;
  readonly version: number;
}

/** What is sold. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Says whether the organisation's future stands on this product; figures of past days keep what was said then. */
  async markFuture(id: Id<'product'>, seen: number, future: boolean): Promise<void> {
    await this.database.write(async () => {
      const [held] = await this.database.query<Held>('SELECT future, version FROM product WHERE id = ? FOR UPDATE', [
        bin(id),
      ]);
      if (!held) throw noProduct(id);
      const before = { future: held.future === 1, version: held.version };
      if (held.version !== seen) throw productChangedMeanwhile({ id, ...before }, seen);
      await this.database.run('UPDATE product SET future = ?, version = version + 1 WHERE id = ?', [future, bin(id)]);
      await this.outbox.record({
        topic: 'product.future_set',
        subjectKind: 'product',
        subjectId: id,
        before,
        after: { future, version: seen + 1 },
      });
    });
  }
}
