import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};
const rename = (id: string) => api.database.run(`UPDATE office SET name_zh = '改' WHERE id = ?`, [bin(id)]);
const addOffice = (name: string, id = newId()) =>
  api.database.run('INSERT INTO office (id, name) VALUES (?, ?)', [bin(id), name]);
const named = (like: string) => api.database.query('SELECT name FROM office WHERE name LIKE ?', [like]);

describe('a transaction', () => {
  test('that a deadlock ended keeps nothing of what was sent beside the statement that failed', async () => {
    const [one, other] = [newId(), newId()];
    await api.database.write(async () => {
      await addOffice('One', one);
      await addOffice('Other', other);
    });
    const [ours, theirs] = [gate(), gate()];
    let tries = 0;
    const victim = api.database.write(async () => {
      tries += 1;
      await rename(one);
      ours.open();
      await theirs.opened;
      await Promise.all([rename(other), addOffice(`Beside ${tries}`)]);
    });
    const winner = api.database.write(async () => {
      await rename(other);
      for (let heavy = 0; heavy < 20; heavy++) await addOffice(`Heavy ${heavy}`);
      await ours.opened;
      theirs.open();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await rename(one);
    });
    await Promise.all([victim, winner]);
    expect(tries).toBe(2);
    expect(await named('Beside%')).toEqual([{ name: 'Beside 2' }]);
  });

  test('that is over takes nothing more from what was begun in it', async () => {
    const later = gate();
    let straggler: Promise<unknown> = Promise.resolve();
    const failing = api.database.write(async () => {
      straggler = later.opened.then(() => addOffice('Straggler'));
      straggler.catch(() => undefined);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    later.open();
    await expect(straggler).rejects.toThrow('over');
    expect(await named('Straggler')).toEqual([]);
  });
});
