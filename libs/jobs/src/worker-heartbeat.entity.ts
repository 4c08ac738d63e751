import { InstantColumn } from '@tandem/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** The last sign of life of one worker process. */
@Entity('worker_heartbeat')
export class WorkerHeartbeat {
  /** `<host>:<process id>`. */
  @PrimaryColumn({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' }) worker: string;
  @InstantColumn() beatAt: Date;
  @InstantColumn() startedAt: Date;
}
