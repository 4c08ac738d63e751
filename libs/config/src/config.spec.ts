import { readConfig } from './config';

const needed = { DATABASE_URL: 'mysql://root@localhost/tandem', REDIS_URL: 'redis://localhost' };

describe('the set-up code of the environment', () => {
  it('is taken with what divides it', () => {
    expect(readConfig({ ...needed, SETUP_CODE: 'K7QM-2F9X-TB4D' }).SETUP_CODE).toBe('K7QM-2F9X-TB4D');
    expect(readConfig({ ...needed, SETUP_CODE: '' }).SETUP_CODE).toBeUndefined();
  });

  it.each(['K7QM-2F9X', '設定碼設定碼設定碼設定碼', '------------------'])(
    'is refused where too little of it counts: %p',
    (SETUP_CODE) => {
      expect(() => readConfig({ ...needed, SETUP_CODE })).toThrow(/SETUP_CODE: must have 12 letters/);
    },
  );
});
