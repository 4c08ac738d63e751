import { isCsvPreferred } from './prefer-csv';

describe('whoever would rather have CSV', () => {
  test.each([
    ['text/csv', true],
    ['Text/CSV; charset=utf-8', true],
    ['text/csv, */*;q=0.1', true],
    ['application/json;q=0.5, text/csv', true],
    ['text/csv;q=0.2, application/json', false],
    ['text/csv;q=0', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('Accept: %s', (accept, is) => {
    expect(isCsvPreferred(accept)).toBe(is);
  });
});
