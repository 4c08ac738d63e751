import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { MeetingsModule } from '@tandem/meetings';
import { HistoryLoader, OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { ClearingRepository } from './clearing.repository';
import { CrmSalesImport } from './crm-sales/crm-sales-import.service';
import { ImportSteps } from './crm-sales/import-steps';
import { ImportedReferences } from './crm-sales/imported-references';
import { ImportedPeople } from './crm-sales/imported-people.service';
import { PipelineImport } from './crm-sales/pipeline-import.service';
import { PipelineSettingsReader } from './crm-sales/pipeline-settings.reader';
import { ReferenceImport } from './crm-sales/reference-import.service';
import { ReferenceRepository } from './crm-sales/reference.repository';
import { ExportsReader } from './exports.reader';
import { ExternalRecordRepository } from './external-record.repository';
import { FirstMeeting } from './first-meeting.service';
import { Founding } from './founding.service';
import { GroundPreparer } from './ground-preparer';
import { ImportEffectsRepository } from './import-effects.repository';
import { ImportRunRepository } from './import-run.repository';
import { ImportRunsReader } from './import-runs.reader';
import { ImportRunner } from './import-runner.service';
import { ImportUndo } from './import-undo.service';
import { ImportService } from './import.service';
import { ListReferences } from './opportunity-list/list-references.service';
import { OpportunityLists } from './opportunity-list/opportunity-lists.service';
import { OrganisationRepository } from './organisation.repository';

@Module({
  imports: [PeopleModule, FunnelModule, OpportunitiesModule, MeetingsModule],
  providers: [
    ClearingRepository,
    CrmSalesImport,
    ExportsReader,
    ExternalRecordRepository,
    FirstMeeting,
    Founding,
    GroundPreparer,
    HistoryLoader,
    ImportEffectsRepository,
    ImportRunRepository,
    ImportRunner,
    ImportRunsReader,
    ImportService,
    ImportSteps,
    ImportUndo,
    ImportedPeople,
    ImportedReferences,
    ListReferences,
    OpportunityLists,
    OrganisationRepository,
    PipelineImport,
    PipelineSettingsReader,
    ReferenceImport,
    ReferenceRepository,
  ],
  exports: [ClearingRepository, ExportsReader, ImportRunner, ImportService, ImportUndo, OpportunityLists],
})
export class ExchangeModule {}
