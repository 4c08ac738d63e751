import { expect, test } from '@jest/globals';
import { Lane } from './lane';

test('lets so many in at a time, the others in order, each when one leaves', async () => {
  const lane = new Lane(2);
  const came: number[] = [];
  const enter = async (number: number) => {
    const leave = await lane.enter();
    came.push(number);
    return leave;
  };
  const [first, second] = await Promise.all([enter(1), enter(2)]);
  const third = enter(3);
  const fourth = enter(4);
  await Promise.resolve();
  expect(came).toEqual([1, 2]);
  second();
  second();
  (await third)();
  (await fourth)();
  first();
  expect(came).toEqual([1, 2, 3, 4]);
  await Promise.all([enter(5), enter(6)]);
  expect(came).toHaveLength(6);
});
