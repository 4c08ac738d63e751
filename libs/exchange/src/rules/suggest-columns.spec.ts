import fc from 'fast-check';
import { suggestColumns } from './suggest-columns';

describe('which column holds what', () => {
  it('is known of HubSpot', () => {
    const header = [
      'Record ID',
      'Deal Name',
      'Deal Stage',
      'Amount',
      'Currency',
      'Close Date',
      'Create Date',
      'Deal owner',
      'Associated Company',
    ];
    expect(suggestColumns(header)).toMatchObject({
      id: 'Record ID',
      name: 'Deal Name',
      stage: 'Deal Stage',
      amount: 'Amount',
      currency: 'Currency',
      close: 'Close Date',
      created: 'Create Date',
      owner: 'Deal owner',
      account: 'Associated Company',
      product: null,
      status: null,
    });
  });

  it('is known of Salesforce, in capitals too', () => {
    expect(
      suggestColumns(['ID', 'NAME', 'STAGENAME', 'AMOUNT', 'CLOSEDATE', 'OWNER.NAME', 'ACCOUNT.NAME', 'CREATEDDATE']),
    ).toMatchObject({
      id: 'ID',
      name: 'NAME',
      stage: 'STAGENAME',
      close: 'CLOSEDATE',
      owner: 'OWNER.NAME',
      account: 'ACCOUNT.NAME',
      created: 'CREATEDDATE',
    });
  });

  it('is known of Pipedrive', () => {
    const header = [
      'Deal - ID',
      'Deal - Title',
      'Deal - Organization',
      'Deal - Owner',
      'Deal - Stage',
      'Deal - Status',
      'Deal - Value',
      'Deal - Currency of Value',
      'Deal - Deal created',
      'Deal - Last stage change',
      'Deal - Expected close date',
    ];
    expect(
      Object.values(suggestColumns(header))
        .filter((column) => column !== null)
        .toSorted(),
    ).toEqual(header.toSorted());
  });

  it('is known of a sheet in Chinese', () => {
    expect(suggestColumns(['編號', '商機名稱', '客戶', '負責業務', '階段', '金額', '預計結案日'])).toMatchObject({
      id: '編號',
      name: '商機名稱',
      account: '客戶',
      owner: '負責業務',
      stage: '階段',
      amount: '金額',
      close: '預計結案日',
    });
  });

  it('is guessed where a name is nearly right, and left open where nothing is', () => {
    expect(suggestColumns(['Opportunity Nmae', 'Sales Stages', 'Shoe size'])).toMatchObject({
      name: 'Opportunity Nmae',
      stage: 'Sales Stages',
      amount: null,
    });
  });

  it('gives no column twice, and only columns that are there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 20 })), (columns) => {
        const given = Object.values(suggestColumns(columns)).filter((column) => column !== null);
        expect(new Set(given).size).toBe(given.length);
        expect(given.every((column) => columns.includes(column))).toBe(true);
      }),
    );
  });
});
