import { describe, expect, it } from '@jest/globals';
import { newId } from '@tandem/kernel';
import { eventText, tellChanges } from './tell-changes';

const [one, other] = [newId(), newId()];

describe('the news for a screen', () => {
  it('names each kind and each record once', () => {
    const changed = [
      { kind: 'opportunity', id: one },
      { kind: 'hand_off', id: other },
      { kind: 'opportunity', id: one },
    ];
    expect(tellChanges(changed)).toEqual({ kinds: ['hand_off', 'opportunity'], ids: [one, other] });
  });

  it('keeps to itself what no screen shows', () => {
    expect(tellChanges([{ kind: 'webhook_endpoint', id: one }])).toBeNull();
    expect(
      tellChanges([
        { kind: 'webhook_endpoint', id: one },
        { kind: 'target', id: other },
      ]),
    ).toEqual({
      kinds: ['target'],
      ids: [other],
    });
  });

  it('names no record when there are too many, or one of them has no name', () => {
    const many = Array.from({ length: 101 }, () => ({ kind: 'opportunity', id: newId() }));
    expect(tellChanges(many)).toEqual({ kinds: ['opportunity'], ids: null });
    expect(tellChanges([{ kind: 'import_run', id: null }])).toEqual({ kinds: ['import_run'], ids: null });
  });

  it('is one message of an event stream', () => {
    expect(eventText({ kinds: ['agenda'], ids: [one] })).toBe(
      `event: changed\ndata: {"kinds":["agenda"],"ids":["${one}"]}\n\n`,
    );
  });
});
