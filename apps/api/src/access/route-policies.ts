import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY, type PolicyName } from './policy';

export interface RoutePolicy {
  readonly route: string;
  readonly policy: PolicyName | undefined;
}

/** Refuses to start while a route says nothing about who may call it. */
@Injectable()
export class RoutePolicies implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.all().filter(({ policy }) => policy === undefined);
    if (open.length > 0) throw new Error(`routes without a policy: ${open.map(({ route }) => route).join(', ')}`);
  }

  /** Every route with its policy, for the check above and for the golden table of the tests. */
  all(): RoutePolicy[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (prototype as Record<string, () => unknown>)[name] as () => unknown;
        const method = Reflect.getMetadata('method', handler) as number | undefined;
        if (method === undefined) return [];
        const base = Reflect.getMetadata('path', metatype) as string;
        const path = Reflect.getMetadata('path', handler) as string;
        const policy = this.reflector.getAllAndOverride<PolicyName | undefined>(POLICY, [handler, metatype]);
        return [
          {
            route: `${RequestMethod[method]} /${[base, path].filter((part) => part && part !== '/').join('/')}`,
            policy,
          },
        ];
      });
    });
  }
}
