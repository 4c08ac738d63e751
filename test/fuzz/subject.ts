import type { FreshRecord } from './company';
import type { Ground } from './ground';
import type { Door } from './judge';
import type { Operation } from './operations';
import type { State } from './state';

/** Somebody who calls: a role, nobody, or one whose session has ended. */
export interface Caller {
  readonly name: string;
  /** A new session where the request is going to end it. */
  cookie(operation: Operation): Promise<string | null>;
  door(operation: Operation): Door;
}

/** What is fuzzed, and what may be looked at from beside it. */
export interface Target {
  readonly url: string;
  readonly operations: readonly Operation[];
  readonly callers: readonly Caller[];
  /** What every caller may have heard of before the first request. */
  readonly ground: Ground;
  readonly state: () => Promise<State>;
  /** Makes a few records in states that commands ask for, and says what answers told of them. */
  freshen(): Promise<readonly FreshRecord[]>;
  /** Writing requests that the server says it has carried out with a key, ever. */
  remembered(): Promise<number>;
}
