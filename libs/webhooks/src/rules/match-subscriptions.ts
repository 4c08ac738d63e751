/** Which events an endpoint wants; `*` wants all there are. */
export interface Subscription<Endpoint extends string> {
  readonly id: Endpoint;
  readonly events: readonly string[];
}

/** Which event goes to which endpoint. Events nobody outside may hear of are in no list, so they go to none. */
export const matchSubscriptions = <Endpoint extends string, Event extends { readonly topic: string }>(
  events: readonly Event[],
  subscriptions: readonly Subscription<Endpoint>[],
  offered: readonly string[],
): { readonly event: Event; readonly endpointId: Endpoint }[] =>
  events
    .filter(({ topic }) => offered.includes(topic))
    .flatMap((event) =>
      subscriptions
        .filter((subscription) => subscription.events.some((wanted) => wanted === '*' || wanted === event.topic))
        .map(({ id }) => ({ event, endpointId: id })),
    );
