import { readConfig } from './config';
import { FailPoints } from './fail-points';

const needed = { DATABASE_URL: 'mysql://root@localhost/tandem', REDIS_URL: 'redis://localhost' };

describe('fail-points', () => {
  it('are none unless asked for', () => {
    expect(readConfig({ ...needed }).FAIL_POINTS).toEqual([]);
  });

  it('are read with their chances', () => {
    const { FAIL_POINTS } = readConfig({ ...needed, NODE_ENV: 'test', FAIL_POINTS: 'mail.accepted=0.25' });
    expect(FAIL_POINTS).toEqual([{ name: 'mail.accepted', chance: 0.25, seed: null }]);
  });

  it('are read with the seed that says which times', () => {
    const { FAIL_POINTS } = readConfig({ ...needed, NODE_ENV: 'test', FAIL_POINTS: 'mail.accepted=0.25@7' });
    expect(FAIL_POINTS).toEqual([{ name: 'mail.accepted', chance: 0.25, seed: 7 }]);
  });

  it.each(['mail.accepted', 'mail.accepted=2', 'mail.other=1', 'mail_accepted=1', 'mail.accepted=1@x'])(
    'are refused as %s',
    (FAIL_POINTS) => {
      expect(() => readConfig({ ...needed, NODE_ENV: 'test', FAIL_POINTS })).toThrow(/FAIL_POINTS: must look like/);
    },
  );

  it('are refused where people work', () => {
    expect(() => readConfig({ ...needed, FAIL_POINTS: 'mail.accepted=1' })).toThrow(/for tests alone/);
  });

  it('end the process at their place and nowhere else', () => {
    let deaths = 0;
    const die = () => void deaths++;
    new FailPoints([], die).reach('mail.accepted');
    new FailPoints([{ name: 'mail.accepted', chance: 0, seed: 7 }], die).reach('mail.accepted');
    expect(deaths).toBe(0);
    new FailPoints([{ name: 'mail.accepted', chance: 1, seed: null }], die).reach('mail.accepted');
    expect(deaths).toBe(1);
  });

  it('end it at the same times for the same seed, and as often as they are told', () => {
    const deathsOf = (seed: number): readonly number[] => {
      const deaths: number[] = [];
      let time = 0;
      const points = new FailPoints([{ name: 'mail.accepted', chance: 0.25, seed }], () => void deaths.push(time));
      for (; time < 4_000; time++) points.reach('mail.accepted');
      return deaths;
    };
    expect(deathsOf(7)).toEqual(deathsOf(7));
    expect(deathsOf(7)).not.toEqual(deathsOf(8));
    expect(deathsOf(7).length).toBeGreaterThan(900);
    expect(deathsOf(7).length).toBeLessThan(1_100);
  });
});
