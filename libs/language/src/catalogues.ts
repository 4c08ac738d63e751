import { audit } from './en/audit';
import { credit } from './en/credit';
import { figures } from './en/figures';
import { forecast } from './en/forecast';
import { flow } from './en/flow';
import { goals } from './en/goals';
import { imports } from './en/imports';
import { mail } from './en/mail';
import { meetings } from './en/meetings';
import { metrics } from './en/metrics';
import { pipeline } from './en/pipeline';
import { problems } from './en/problems';
import { upkeep } from './en/upkeep';
import { verification } from './en/verification';
import { words } from './en/words';
import { audit as auditZh } from './zh-tw/audit';
import { credit as creditZh } from './zh-tw/credit';
import { figures as figuresZh } from './zh-tw/figures';
import { forecast as forecastZh } from './zh-tw/forecast';
import { flow as flowZh } from './zh-tw/flow';
import { goals as goalsZh } from './zh-tw/goals';
import { imports as importsZh } from './zh-tw/imports';
import { mail as mailZh } from './zh-tw/mail';
import { meetings as meetingsZh } from './zh-tw/meetings';
import { metrics as metricsZh } from './zh-tw/metrics';
import { pipeline as pipelineZh } from './zh-tw/pipeline';
import { problems as problemsZh } from './zh-tw/problems';
import { upkeep as upkeepZh } from './zh-tw/upkeep';
import { verification as verificationZh } from './zh-tw/verification';
import { words as wordsZh } from './zh-tw/words';

/** What the server says, by language and namespace. */
export const serverTexts = {
  en: {
    audit,
    credit,
    figures,
    flow,
    forecast,
    goals,
    imports,
    mail,
    meetings,
    metrics,
    pipeline,
    problems,
    upkeep,
    verification,
    words,
  },
  'zh-TW': {
    audit: auditZh,
    credit: creditZh,
    figures: figuresZh,
    forecast: forecastZh,
    flow: flowZh,
    goals: goalsZh,
    imports: importsZh,
    mail: mailZh,
    meetings: meetingsZh,
    metrics: metricsZh,
    pipeline: pipelineZh,
    problems: problemsZh,
    upkeep: upkeepZh,
    verification: verificationZh,
    words: wordsZh,
  },
} as const;
