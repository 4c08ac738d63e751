import { mostExamples, questionCheck, type Question } from '../check';

/** Both sides are held in memory, some fifty rows an opportunity. */
const mostCompared = 5_000;

const equalRecords: Question = async (ask, { compareSums }) => {
  const [counted] = await ask<{ all: string }>('SELECT COUNT(*) AS `all` FROM opportunity');
  const opportunities = Number(counted?.all ?? 0);
  const differences = opportunities > mostCompared ? null : await compareSums();
  if (differences === null) return { looked: 0, violations: 0, examples: [] };
  const examples = differences.slice(0, mostExamples).map((difference) => ({ ...difference }));
  return { looked: opportunities, violations: differences.length, examples };
};

/** Where there are few enough records, each row of the sums is what they say. */
export const sumsOfRecords = questionCheck('I25-records', equalRecords);
