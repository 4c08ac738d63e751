// Two certificates for localhost: one that nobody vouches for, and one of an authority that the worker is told to trust.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../../tools/plain-error.mjs';

export function makeCertificates(folder) {
  const at = (name) => path.join(folder, name);
  const make = (name) => {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
    const args = [
      'req',
      '-x509',
      ...key,
      ...subject,
      '-days',
      '2',
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.crt`),
    ];
    const { status, stderr, error } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (error) throw new PlainError('This run makes certificates with the program openssl, which is not installed.');
    if (status !== 0) throw new PlainError(`openssl made no certificate:\n${stderr}`);
    return { key: readFileSync(at(`${name}.key`)), cert: readFileSync(at(`${name}.crt`)) };
  };
  return { untrusted: make('untrusted'), trusted: make('trusted'), trustedFile: at('trusted.crt') };
}
