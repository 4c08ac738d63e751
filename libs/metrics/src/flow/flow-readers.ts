import { CyclesReader } from './cycles.reader';
import { DealSizesReader } from './deal-sizes.reader';
import { DecidedDealsReader } from './decided-deals.reader';
import { FirstTouchesReader } from './first-touches.reader';
import { FlowBelongingsReader } from './flow-belongings.reader';
import { FlowDealsReader } from './flow-deals.reader';
import { FlowLogReader } from './flow-log.reader';
import { FlowNamesReader } from './flow-names.reader';
import { FlowRecordsReader } from './flow-records.reader';
import { FlowSettingReader } from './flow-setting.reader';
import { HandOffAnswersReader } from './hand-off-answers.reader';
import { MatrixReader } from './matrix.reader';
import { NewBusinessReader } from './new-business.reader';
import { OffersReader } from './offers.reader';
import { OpenDealsReader } from './open-deals.reader';
import { StaleReader } from './stale.reader';
import { StaysReader } from './stays.reader';
import { ThroughputReader } from './throughput.reader';
import { WinRatesReader } from './win-rates.reader';

/** Questions about flow that others ask. */
const asked = [
  CyclesReader,
  DealSizesReader,
  HandOffAnswersReader,
  MatrixReader,
  StaleReader,
  StaysReader,
  ThroughputReader,
  WinRatesReader,
];

/** What they are answered from. */
const within = [
  DecidedDealsReader,
  FirstTouchesReader,
  FlowBelongingsReader,
  FlowDealsReader,
  FlowLogReader,
  FlowNamesReader,
  FlowRecordsReader,
  FlowSettingReader,
  NewBusinessReader,
  OffersReader,
  OpenDealsReader,
];

/** Wiring of the readers of flow: all of them, and those that leave the lib. */
export const flowReaders = { providers: [...asked, ...within], exports: asked };
