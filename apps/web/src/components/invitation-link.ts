/** 32 random bytes in base64url: nobody guesses the link they are part of. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Behind the #, so that no log ever holds the token. */
export const linkOf = (token: string): string => `${location.origin}/invitation#${token}`;
