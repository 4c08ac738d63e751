import { columnsOf, recogniseFiles } from './recognise-files';

const file = (name: string, header = '') => ({ name, columns: columnsOf(header) });

describe('the four files of an export', () => {
  it('are known by their names, in any order and case', () => {
    const { found, ignored } = recogniseFiles([
      file('Sales_Pipeline.csv'),
      file('accounts.csv'),
      file('data_dictionary.csv', 'Table,Field,Description'),
      file('sales_teams.csv'),
      file('products.csv'),
    ]);
    expect([...found.keys()].toSorted()).toEqual(['accounts', 'products', 'sales_pipeline', 'sales_teams']);
    expect(ignored.map(({ name }) => name)).toEqual(['data_dictionary.csv']);
  });

  it('are known by their columns when they were renamed', () => {
    const { found } = recogniseFiles([
      file('export (3).csv', '\uFEFF"opportunity_id";"sales_agent";"deal_stage"\r\n1;2;3'),
    ]);
    expect(found.get('sales_pipeline')).toMatchObject({ by: 'columns' });
  });

  it('count once when given twice', () => {
    const { found, twice } = recogniseFiles([file('accounts.csv', 'a'), file('accounts.csv', 'b')]);
    expect(found.get('accounts')?.file.columns).toEqual(['b']);
    expect(twice).toHaveLength(1);
  });

  it('are taken by name before a stranger with the same columns', () => {
    const header = 'account,sector,year_established';
    const { found, ignored } = recogniseFiles([file('accounts.csv', header), file('copy.csv', header)]);
    expect(found.get('accounts')?.file.name).toBe('accounts.csv');
    expect(ignored).toHaveLength(1);
  });
});
