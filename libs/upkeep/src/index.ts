export { AuditReader, type AuditFilter, type AuditLineView } from './audit.reader';
export { AuditedNamesReader, type AuditedNames } from './audited-names.reader';
export { differencesOf, type Difference, type Told } from './rules/differences-of';
export { judgeStanding } from './rules/judge-standing';
export { topics, type Detail, type Finding, type Topic, type Verdict } from './rules/finding';
export type { Standing } from './rules/standing';
export { StandingReader } from './standing.reader';
export { UpkeepModule } from './upkeep.module';
export { WorkReader, type FoundWork } from './work.reader';
