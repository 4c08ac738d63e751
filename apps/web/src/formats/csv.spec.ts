import { csvText } from './csv';

describe('rows as CSV', () => {
  it('keep numbers as they are, quote what has a comma, and defuse what could be a formula', () => {
    expect(
      csvText([
        ['Source', 'Cost'],
        ['Fair, spring', '-12.50'],
        ['=1+1', ''],
      ]),
    ).toBe(`\uFEFFSource,Cost\r\n"Fair, spring",-12.50\r\n'=1+1,\r\n`);
  });
});
