import TestSequencer from '@jest/test-sequencer';

const isLong = ({ context }) => ['browser', 'stories'].includes(context.config.displayName?.name);

/** Stories before specs: where nobody knows yet how long each takes, no long one is left for the end, when a worker has it alone. */
export default class StoriesFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
