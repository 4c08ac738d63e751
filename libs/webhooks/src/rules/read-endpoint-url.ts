import { refusal, type Refusal } from '@tandem/kernel';
import { addressBytes, isPublicAddress } from './public-address';

/** Names that mean this machine or the house without any look-up. */
const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/;

const httpsPort = 443;
/** Below it live services that are no web servers and may take a request for a command. */
const firstFreePort = 1024;

/**
 * The one form of an address we send events to, or why we do not. `allowPrivate` is the administrator's word that the house
 * itself may be called, also without encryption. Names are looked up, and judged, only when something is sent.
 */
export function readEndpointUrl(text: string, { allowPrivate }: { readonly allowPrivate: boolean }): string | Refusal {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return no('url_unreadable', 'This is no https address.');
  if (url.username !== '' || url.password !== '') {
    return no('url_with_password', 'An address carries no name and password: check the signature instead.');
  }
  if (allowPrivate) return withoutFragment(url);
  if (url.protocol !== 'https:')
    return no('url_in_the_clear', 'Events are sent encrypted only: take an https address.');
  const port = url.port === '' ? httpsPort : Number(url.port);
  if (port !== httpsPort && port < firstFreePort) {
    return no('url_port', 'Take port 443, or one from 1024 on.', { port });
  }
  if (!isAbroad(url.hostname)) {
    return no('url_private', 'This address leads into the house. Take one on the open internet.', {
      host: url.hostname,
    });
  }
  return withoutFragment(url);
}

function isAbroad(hostname: string): boolean {
  if (addressBytes(hostname) !== null) return isPublicAddress(hostname);
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !localNames.test(name);
}

function withoutFragment(url: URL): string {
  url.hash = '';
  return url.href;
}

const no = (code: string, detail: string, facts = {}): Refusal => refusal(`webhook.${code}`, detail, facts);
