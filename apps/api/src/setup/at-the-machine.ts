interface Visit {
  /** The other end of the connection. */
  readonly peer: string;
  /** What the browser calls this server, without the port. */
  readonly hostname: string;
  /** Whether a proxy says for whom it asks. */
  readonly isForwarded: boolean;
}

interface Stand {
  /** The address the API listens on. */
  readonly host: string;
  /** The address people are told to type, if any. */
  readonly publicUrl: string | undefined;
  readonly proxies: number;
}

const loopback = /^(127\.|::1$|::ffff:127\.|localhost$|\[::1\]$)/;

/**
 * Whether a visitor sits at the machine itself, on an installation that nobody else reaches: it listens on the loopback alone, nothing
 * is said about an address for others, and the request came from here under a name of here. Only then no code is asked for.
 */
export const isAtTheMachine = (visit: Visit, { host, publicUrl, proxies }: Stand): boolean =>
  loopback.test(host) &&
  (publicUrl === undefined || loopback.test(new URL(publicUrl).hostname)) &&
  proxies === 0 &&
  !visit.isForwarded &&
  loopback.test(visit.peer) &&
  loopback.test(visit.hostname);
