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

/** Whether the server asked for the letter: from then on it may have it. */
export const isDataInvited = (serverLines: readonly string[]): boolean =>
  serverLines.some((line) => /^354[ -]/.test(line));

const aboutTheMessage = new Set(['RCPT TO', 'DATA']);

/** Makes of the server's lines and the client's ending what a settlement needs; errors alone cannot tell whether 354 was seen. */
export function readTranscript(serverLines: readonly string[], { response, error }: Ending): Sighting {
  const dataInvited = isDataInvited(serverLines);
  if (!error) return { accepted: cut(response ?? 'accepted'), status: null, refused: null, dataInvited, detail: '' };
  const status = error.responseCode && error.responseCode >= 400 ? error.responseCode : null;
  const refused = aboutTheMessage.has(error.command ?? '') || error.code === 'EMESSAGE' ? 'message' : 'session';
  return {
    accepted: null,
    status,
    refused: status === null ? null : refused,
    dataInvited,
    detail: cut(error.message.replace(/\s+/g, ' ')),
  };
}

const cut = (text: string): string => text.slice(0, 1_000);
