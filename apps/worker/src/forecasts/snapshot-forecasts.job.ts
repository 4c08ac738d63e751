import { Injectable } from '@nestjs/common';
import { JobHandler, snapshotForecasts } from '@tandem/jobs';
import { ForecastSnapshots } from '@tandem/metrics';

@Injectable()
export class SnapshotForecastsJob extends JobHandler {
  readonly job = snapshotForecasts;

  constructor(private readonly snapshots: ForecastSnapshots) {
    super();
  }

  async run(): Promise<void> {
    await this.snapshots.takeDue();
  }
}
