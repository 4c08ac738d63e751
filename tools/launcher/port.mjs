import net from 'node:net';
import { PlainError } from '../plain-error.mjs';

/** Refuses in one sentence when nobody could listen there. */
export async function requireFreePort({ host, port }) {
  const trouble = await troubleListening(host, port);
  if (!trouble) return;
  const another = `choose another one with PORT=${port >= 65_535 ? 3001 : Math.max(port + 1, 3001)} npm start`;
  if (trouble.code === 'EADDRINUSE')
    throw new PlainError(`Port ${port} on ${host} is in use by another program: ${another}.`);
  if (trouble.code === 'EACCES') throw new PlainError(`Port ${port} needs more rights than this user has: ${another}.`);
  throw new PlainError(`Nothing can listen on HOST ${host} (${trouble.code}): give an address of this machine.`);
}

function troubleListening(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
