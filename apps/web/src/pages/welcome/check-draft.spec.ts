import { faultsOf } from './check-draft';
import { newDraft, type Draft } from './draft';

const password = 'copper lantern river nine';
const ready: Draft = {
  ...newDraft('Asia/Taipei'),
  code: 'K7QM-2F9X-TB4D',
  name: 'Ann Lee',
  email: 'ann@example.com',
  wish: 'empty',
  organisation: { ...newDraft('Asia/Taipei').organisation, name: 'Nu Shu' },
};
const check = (step: Parameters<typeof faultsOf>[0], draft: Partial<Draft> = {}, rest = {}) =>
  Object.keys(faultsOf(step, { draft: { ...ready, ...draft }, password, ...rest }));

describe('what has to be mended before one goes on', () => {
  it('is nothing where all is said', () => {
    for (const step of ['language', 'administrator', 'wish', 'organisation', 'colleagues'] as const)
      expect(check(step)).toEqual([]);
  });

  it('is each field that is empty or wrong', () => {
    expect(check('administrator', { name: ' ', email: 'ann', code: ' ' }, { password: 'short' })).toEqual([
      'name',
      'email',
      'password',
      'code',
    ]);
    expect(check('wish', { wish: null })).toEqual(['wish']);
  });

  it('is a working day that ends before it begins, or that no day is', () => {
    const hours = { opens: '18:00', closes: '09:00', weekdays: [] };
    expect(check('organisation', { organisation: { ...ready.organisation, hours } })).toEqual([
      'organisation.hours.closes',
      'organisation.hours.weekdays',
    ]);
  });

  it('is an address that stands there twice, also that of the administrator', () => {
    const one = { name: 'Bo', post: 'rep', token: '' } as const;
    const colleagues = ['bo@example.com', 'ANN@example.com ', 'Bo@example.com'].map((email) => ({ ...one, email }));
    expect(check('colleagues', { colleagues })).toEqual(['colleagues.1.email', 'colleagues.2.email']);
  });
});
