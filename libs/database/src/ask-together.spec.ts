import { expect, test } from '@jest/globals';
import { askTogether } from './ask-together';

/** What was asked, and what answers the questions one by one. */
function questions() {
  const asked: (readonly string[])[] = [];
  const answering: ((fault?: Error) => void)[] = [];
  const ask = askTogether<string, string>((keys) => {
    asked.push(keys);
    return new Promise((resolve, reject) => {
      answering.push((fault) =>
        fault
          ? reject(fault)
          : resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key} ${asked.length}`]))),
      );
    });
  });
  const settle = async (fault?: Error) => {
    await turn();
    answering.shift()?.(fault);
    await turn();
  };
  return { asked, ask, settle };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('asks about everybody who came meanwhile in the next question, about each once', async () => {
  const { asked, ask, settle } = questions();
  const first = ask('one');
  await turn();
  const others = [ask('one'), ask('two'), ask('one'), ask('nobody')];
  await settle();
  await settle();
  expect(await first).toBe('one 1');
  expect(await Promise.all(others)).toEqual(['one 2', 'two 2', 'one 2', undefined]);
  expect(asked).toEqual([['one'], ['one', 'two', 'nobody']]);
});

test('never answers from a question that was on its way before', async () => {
  const { ask, settle } = questions();
  const first = ask('one');
  await turn();
  const later = ask('one');
  await settle();
  await settle();
  expect([await first, await later]).toEqual(['one 1', 'one 2']);
});

test('a question that fails fails for those it was asked for alone', async () => {
  const { ask, settle } = questions();
  const first = ask('one');
  await turn();
  const later = ask('one');
  const told = Promise.allSettled([first, later]);
  await settle(new Error('away'));
  await settle();
  expect(await told).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'one 2' }]);
});

test('a question that nobody answers holds nobody else up for long', async () => {
  const { asked, ask, settle } = questions();
  const silent = ask('one');
  await turn();
  const later = ask('two');
  await new Promise((resolve) => void setTimeout(resolve, 150));
  expect(asked).toEqual([['one'], ['two']]);
  await settle();
  await settle();
  expect([await silent, await later]).toEqual(['one 2', 'two 2']);
});
