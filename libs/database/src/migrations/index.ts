import { people } from './0001-people';
import { funnel } from './0002-funnel';
import { opportunities } from './0003-opportunities';
import { purse } from './0004-purse';
import { meetings } from './0005-meetings';
import { journal } from './0006-journal';
import { importCurrency } from './0010-import-currency';
import { logChain } from './0020-log-chain';
import { auditSeal } from './0021-audit-seal';
import { twoClocks } from './0022-two-clocks';
import { bounces } from './0023-bounces';
import { verification } from './0024-verification';
import { forgetLedger, forgetNothingReal } from './0025-forget-ledger';
import { webhooks } from './0030-webhooks';
import { importFileParts } from './0031-import-file-parts';
import { forgetFigures } from './0032-forget-figures';
import { exchangeRateVersion } from './0033-exchange-rate-version';
import { touches } from './0034-touches';
import { productVersion } from './0035-product-version';
import { forecastSnapshots } from './0036-forecast-snapshots';
import { forecastCategory } from './0037-forecast-category';
import { fiscalCalendar } from './0039-fiscal-calendar';
import { metricChoices } from './0038-metric-choices';
import { factLedger } from './0040-fact-ledger';
import { customerLedger } from './0041-customer-ledger';
import { pipelineSums } from './0042-pipeline-sums';
import { tailMoments } from './0043-tail-moments';
import { targetSlices } from './0050-target-slices';
import { packedFunnelSums } from './0051-packed-funnel-sums';
import { foldedCustomers } from './0052-folded-customers';
import { ledgerParts } from './0053-ledger-parts';
import { waterfallSums } from './0054-waterfall-sums';
import { meetingProgress } from './0055-meeting-progress';
import { loggedCalls } from './0056-logged-calls';
import { nameKeys } from './0057-name-keys';
import { savedViews } from './0058-saved-views';
import { directoryAndFeedback } from './0059-directory-and-feedback';
import { seamAndMinutes } from './0060-seam-and-minutes';
import { importLists } from './0061-import-lists';
import { firstRun } from './0062-first-run';
import { importEffects } from './0063-import-effects';

/** Every migration, oldest first. */
export const migrations = [
  ...people,
  ...funnel,
  ...opportunities,
  ...purse,
  ...meetings,
  ...journal,
  ...importCurrency,
  ...logChain,
  ...auditSeal,
  ...twoClocks,
  ...bounces,
  ...verification,
  ...forgetLedger,
  ...webhooks,
  ...importFileParts,
  ...forgetNothingReal,
  ...forgetFigures,
  ...exchangeRateVersion,
  ...forecastSnapshots,
  ...forecastCategory,
  ...touches,
  ...productVersion,
  ...fiscalCalendar,
  ...metricChoices,
  ...factLedger,
  ...customerLedger,
  ...pipelineSums,
  ...tailMoments,
  ...targetSlices,
  ...packedFunnelSums,
  ...foldedCustomers,
  ...ledgerParts,
  ...waterfallSums,
  ...meetingProgress,
  ...loggedCalls,
  ...nameKeys,
  ...savedViews,
  ...directoryAndFeedback,
  ...seamAndMinutes,
  ...importLists,
  ...firstRun,
  ...importEffects,
];
