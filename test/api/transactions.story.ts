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
const leaveOffice = (name: string) =>
  api.database.later('INSERT INTO office (id, name) VALUES (?, ?)', [bin(newId()), name]);
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

  test('keeps what was left for later together with the rest, and its own reads see it', async () => {
    const seen = await api.database.write(async () => {
      leaveOffice('Left first');
      leaveOffice('Left second');
      const found = await named('Left%');
      leaveOffice('Left last');
      return found;
    });
    expect(seen).toEqual([{ name: 'Left first' }, { name: 'Left second' }]);
    expect(await named('Left%')).toHaveLength(3);
  });

  test('that only reads answers whatever is asked side by side, each its own, and asks once what it keeps', async () => {
    await api.database.write(async () => {
      await addOffice('Side one');
      await addOffice('Side two');
    });
    const seen = gate();
    const change = seen.opened.then(() => api.database.write(() => addOffice('Side three')));
    let asked = 0;
    const answers = await api.database.snapshot(async () => {
      const kept = () =>
        api.database.once('sides', () => {
          asked += 1;
          return named('Side%');
        });
      const first = await Promise.all([named('Side one'), kept(), named('Side two'), kept()]);
      seen.open();
      await change;
      return [...first, await named('Side three'), await kept()];
    });
    expect(answers.map((rows) => rows.length)).toEqual([1, 2, 1, 2, 0, 2]);
    expect(asked).toBe(1);
    expect(await named('Side three')).toHaveLength(1);
  });

  test('that only reads fails whoever asked beside what failed, and whoever asks it later', async () => {
    const snapshot = api.database.snapshot(async () => {
      const together = await Promise.allSettled([
        named('Side%'),
        api.database.query('SELECT no_such_column FROM office'),
      ]);
      expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      return named('Side%');
    });
    await expect(snapshot).rejects.toThrow('no_such_column');
  });

  test('may leave more for later than the server takes at once', async () => {
    const [server] = await api.database.query<{ most: string }>('SELECT @@max_allowed_packet AS most');
    const long = 'x'.repeat(1_000_000);
    await api.database.write(async () => {
      for (let left = 0; left <= Number(server?.most); left += long.length) {
        leaveOffice(`Piled ${left}`);
        api.database.later(`UPDATE office SET name_zh = '無' WHERE name = ?`, [long]);
      }
    });
    expect((await named('Piled%')).length).toBeGreaterThan(10);
  });

  test('is not committed when the first of what was piled up failed, even where somebody caught the error as their own', async () => {
    const caught = api.database.write(async () => {
      leaveOffice('Left first');
      for (let left = 0; left < 3; left++)
        api.database.later(`UPDATE office SET name_zh = '無' WHERE name = ?`, ['x'.repeat(1_000_000)]);
      await addOffice('Doomed last').catch(() => undefined);
    });
    await expect(caught).rejects.toMatchObject({ errno: 1062 });
    expect(await named('Doomed%')).toEqual([]);
  });

  test('is not committed when something left for later failed, even where somebody caught the error as their own', async () => {
    const caught = api.database.write(async () => {
      await addOffice('Doomed before');
      leaveOffice('Left first');
      await addOffice('Doomed after').catch(() => undefined);
    });
    await expect(caught).rejects.toMatchObject({ errno: 1062 });
    expect(await named('Doomed%')).toEqual([]);
  });

  test('is not committed when a judgement over what was left throws, though nothing else follows', async () => {
    const judged = api.database.write(async () => {
      await addOffice('Judged');
      api.database.later(`UPDATE office SET name_zh = '無' WHERE name = 'Nobody'`, [], (changed) => {
        if (changed === 0) throw new Error('gone meanwhile');
      });
    });
    await expect(judged).rejects.toThrow('gone meanwhile');
    expect(await named('Judged')).toEqual([]);
  });
});
