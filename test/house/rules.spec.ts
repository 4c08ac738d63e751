import { filesUnder, textOf } from './tree';

const rules = (): string[] =>
  filesUnder('libs').filter((file) => /\/src\/(.+\/)?rules\//.test(file) && !file.endsWith('.spec.ts'));

const product = (): string[] => filesUnder('apps', 'libs').filter((file) => /\.tsx?$/.test(file));

/** A rule decides over plain values; these words would let the world in. */
const impure: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a clock', /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/],
  ['chance', /\bMath\.random\(|\brandomUUID\(/],
  ['waiting', /\bawait\b|\basync\b|\bsetTimeout\(/],
  ['a class', /^(export )?(abstract )?class /m],
  ['the environment', /\bprocess\.(env|cwd)/],
];

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('rules are pure', () => {
  it.each(impure)('no rule holds %s', (_, pattern) => {
    expect(rules().filter((file) => pattern.test(withoutComments(textOf(file))))).toEqual([]);
  });
});

describe('the database follows migrations only', () => {
  it('is never synchronised from entities', () => {
    expect(product().filter((file) => /synchronize:\s*true/.test(textOf(file)))).toEqual([]);
  });
});

describe('nothing is left half-done', () => {
  it('has no test that is skipped or runs alone', () => {
    const tests = filesUnder('apps', 'libs', 'test').filter((file) => /\.(spec|story)\.tsx?$/.test(file));
    const set = tests.filter((file) =>
      /\b(it|test|describe)\.(skip|only|todo)\(|\bx(it|describe)\(/.test(textOf(file)),
    );

    expect(set).toEqual([]);
  });
});
