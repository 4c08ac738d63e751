import { readRefusal } from './read-refusal';

const problem = { type: '', title: '', status: 400, instance: '', detail: 'Say another.' };

describe('where a refusal of the server belongs', () => {
  it('is beside the field it speaks of, on the step of that field', () => {
    const errors = [
      { pointer: '/organisation/zone', code: 'x', detail: 'is none' },
      { pointer: '/colleagues/0/name', code: 'x', detail: 'is none' },
    ];
    expect(readRefusal({ ...problem, code: 'request.invalid', errors })).toEqual({
      step: 'organisation',
      faults: { 'organisation.zone': { key: 'welcome:errors.server', facts: { detail: 'is none' } } },
    });
  });

  it('is the password for whatever is wrong with that, and the code for that', () => {
    expect(readRefusal({ ...problem, code: 'person.password_own_name' })).toMatchObject({
      step: 'administrator',
      faults: { password: { facts: { detail: 'Say another.' } } },
    });
    const errors = [{ pointer: '/code', code: 'wrong', detail: 'is wrong' }];
    expect(readRefusal({ ...problem, code: 'setup.code_wrong', errors })).toMatchObject({
      step: 'administrator',
      faults: { code: { facts: { detail: 'Say another.' } } },
    });
  });

  it('is nowhere when somebody else was first', () => {
    expect(readRefusal({ ...problem, code: 'setup.done_already' })).toBeNull();
  });
});
