import type { Sighting } from './settle-delivery';

/** How an SMTP client ended: the server's last word, or an error with the command it came at. */
export interface Ending {
  readonly response?: string;
  readonly error?: {
    readonly message: string;
    readonly responseCode?: number;
    readonly command?: string;
    readonly code?: string;
  };
}

const aboutTheMessage = new Set(['RCPT TO', 'DATA']);

/** Makes of the client's ending what a settlement needs; errors alone cannot tell whether the letter had begun to leave. */
export function readEnding({ response, error }: Ending, handedOver: boolean): Sighting {
  if (!error) return { accepted: cut(response ?? 'accepted'), status: null, refused: null, handedOver, detail: '' };
  const status = error.responseCode && error.responseCode >= 400 ? error.responseCode : null;
  const refused = aboutTheMessage.has(error.command ?? '') || error.code === 'EMESSAGE' ? 'message' : 'session';
  return {
    accepted: null,
    status,
    refused: status === null ? null : refused,
    handedOver,
    detail: cut(error.message.replace(/\s+/g, ' ')),
  };
}

const cut = (text: string): string => text.slice(0, 1_000);
