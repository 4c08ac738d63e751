import { invalid, missing, refused, stale, type Id, type Problem, type Refusal } from '@tandem/kernel';

type EndpointId = Id<'webhook_endpoint'>;

export const noEndpoint = (id: EndpointId): Problem =>
  missing('webhook.missing', 'There is no such webhook endpoint.', { id });

export const noDelivery = (): Problem =>
  missing('webhook.delivery_missing', 'This event was not sent to this endpoint, or it is forgotten by now.');

export const endpointChanged = (version: number, seen: number): Problem =>
  stale('webhook.changed', `Somebody changed this endpoint meanwhile: it is at version ${version}, you saw ${seen}.`, {
    version,
    seen,
  });

export const tooManyEndpoints = (most: number): Problem =>
  refused('webhook.too_many', `There are ${most} endpoints already; remove one first.`, { most });

export const badAddress = ({ code, detail, facts }: Refusal): Problem =>
  invalid(code, detail, { ...facts, errors: [{ pointer: '/url', code, detail }] });

export const endpointDisabled = (): Problem =>
  refused('webhook.disabled', 'This endpoint is disabled: enable it first.');

export const beingSent = (): Problem =>
  refused('webhook.being_sent', 'This event waits to be sent, or is being sent right now.');
