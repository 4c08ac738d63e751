import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** Those that come from outside even though a new realm has some of its own: bytes pass between the two. */
const takenOver = new Set(['Buffer', 'ArrayBuffer', 'Uint8Array']);

/**
 * Node's environment of jest in a realm whose global is an ordinary object. Jest's own is a proxy, and every `Math` or
 * `BigInt` that code in it says goes through that: whatever only computes takes half as long without.
 */
export default class PlainRealm extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const realm = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    const own = new Set(Reflect.ownKeys(realm));
    for (const key of Reflect.ownKeys(this.global)) {
      if (own.has(key) && !takenOver.has(key)) continue;
      Object.defineProperty(realm, key, Object.getOwnPropertyDescriptor(this.global, key));
    }
    realm.global = realm;
    realm.Error.stackTraceLimit = 100;
    this.context = realm;
    this.global = realm;
    this.moduleMocker = new this.moduleMocker.constructor(realm);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: realm });
  }
}
