export { ClearingRepository, type Survivors } from './clearing.repository';
export { exportFiles, mostMegabytes, type ExportContents, type ExportFile } from './crm-sales/read-export';
export { ExchangeModule } from './exchange.module';
export { ExternalRecord } from './external-record.entity';
export { ImportFile, ImportRun, type RunProblem } from './import-run.entity';
export { ImportRunner } from './import-runner';
export { noFolder } from './import.errors';
export { ImportService, type ImportOptions } from './import.service';
export type { Report } from './rules/tally';
