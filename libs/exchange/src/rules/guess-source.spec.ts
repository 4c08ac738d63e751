import { guessSource } from './guess-source';

describe('where a list comes from', () => {
  it.each([
    ['hubspot', ['Record ID', 'Deal Name', 'Deal Stage', 'Amount']],
    ['pipedrive', ['Deal - ID', 'Deal - Title', 'Deal - Stage']],
    ['salesforce', ['ID', 'NAME', 'STAGENAME', 'CLOSEDATE']],
    ['salesforce', ['Opportunity Name', 'Account Name', 'Stage', 'Amount']],
    ['twenty', ['Id', 'Name', 'Amount / Amount', 'Amount / Currency', 'Stage']],
    ['file', ['id', 'name', 'stage']],
    ['file', []],
  ])('is told by its columns: %s', (source, columns) => {
    expect(guessSource(columns)).toBe(source);
  });
});
