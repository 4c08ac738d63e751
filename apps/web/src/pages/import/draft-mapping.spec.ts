import type { ImportPreviewWire } from '@tandem/contracts';
import { datedIn, draftOf, listFields, mappingOf, passedOver, stagesIn, unsaidOf } from './draft-mapping';

const none = Object.fromEntries(listFields.map((field) => [field, null])) as ImportPreviewWire['suggested'];
const suggested = { ...none, name: 'Deal', owner: 'Owner', stage: 'Stage' };
const column = (name: string, values: ImportPreviewWire['columns'][number]['values'] = null) => ({
  name,
  samples: [],
  dates: null,
  values,
});
const preview: ImportPreviewWire = {
  file: 'deals.csv',
  rows: 5,
  source: 'file',
  encoding: 'utf-8',
  delimiter: ',',
  dateOrder: 'ymd',
  columns: [
    column('Deal'),
    column('Owner'),
    column('Stage', [
      { written: 'Limbo', rows: 1, to: null },
      { written: 'Proposal', rows: 4, to: 'propose' },
    ]),
  ],
  firstRows: [],
  suggested,
  stages: [],
  remembered: null,
};

describe('a mapping that is being made', () => {
  it('begins with what is suggested, and is ready when every stage is said', () => {
    const draft = draftOf(preview, 'TWD');
    expect(stagesIn(preview, draft)?.map(({ written, to }) => [written, to])).toEqual([
      ['Proposal', 'propose'],
      ['Limbo', null],
    ]);
    expect(mappingOf(preview, draft)).toBeNull();
    const said = { ...draft, stages: new Map([['Limbo', 'leave_out']]) };
    expect(mappingOf(preview, said)).toMatchObject({
      currency: 'TWD',
      stages: [
        { written: 'Proposal', to: 'propose' },
        { written: 'Limbo', to: 'leave_out' },
      ],
    });
  });

  it('begins as such a list was read before; a new stage is still suggested', () => {
    const before = mappingOf(preview, { ...draftOf(preview, 'USD'), stages: new Map([['Limbo', 'lost']]) });
    const draft = draftOf(
      { ...preview, remembered: before && { ...before, stages: [{ written: 'Limbo', to: 'lost' }] } },
      'TWD',
    );
    expect(draft.currency).toBe('USD');
    expect(stagesIn(preview, draft)?.map(({ to }) => to)).toEqual(['propose', 'lost']);
  });

  it('takes columns that date a stage, unless somebody passes them over', () => {
    const dated = { ...column('Entered Proposal'), dates: { written: 'Proposal', to: 'propose' } };
    const won = { ...column('Entered Won'), dates: { written: 'Won', to: 'won' } };
    const withDates = {
      ...preview,
      columns: [...preview.columns, dated, won],
      stages: [{ key: 'propose', name: { en: 'Propose', zhTW: null } }],
    };
    const draft = { ...draftOf(withDates, 'TWD'), stages: new Map([['Limbo', 'lost']]) };
    expect(mappingOf(withDates, draft)?.entries).toEqual([{ column: 'Entered Proposal', to: 'propose' }]);
    const passed = { ...draft, entries: new Map([['Entered Proposal', passedOver]]) };
    expect(mappingOf(withDates, passed)?.entries).toEqual([]);
    expect(datedIn(withDates, passed)).toEqual([{ column: 'Entered Proposal', to: null }]);
  });

  it('says what is missing', () => {
    const draft = { ...draftOf(preview, 'TWD'), columns: { ...suggested, owner: null, stage: null } };
    expect(unsaidOf(preview, draft)).toEqual({ fields: ['owner', 'stage'], stages: 0 });
    expect(unsaidOf(preview, { ...draft, columns: { ...suggested, stage: 'Deal' } })).toMatchObject({ stages: 1 });
    expect(mappingOf(preview, { ...draftOf(preview, 'TWD'), dateOrder: null })).toBeNull();
  });
});
