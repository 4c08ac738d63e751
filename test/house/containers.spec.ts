import { textOf } from './tree';

const image = textOf('docker/Dockerfile');
const compose = textOf('docker/compose.yml');

/** The lines of one service, from its name to the next of the same depth. */
function service(name: string): string {
  const from = compose.indexOf(`\n  ${name}:\n`);
  if (from < 0) throw new Error(`compose.yml has no service ${name}`);
  const rest = compose.slice(from + name.length + 4);
  const next = rest.search(/\n {0,2}[a-z]/);
  return next < 0 ? rest : rest.slice(0, next);
}

describe('the containers', () => {
  it('run as somebody who is not root, under an init, with a health check', () => {
    expect(image).toMatch(/^USER node$/m);
    expect(image).toMatch(/^ENTRYPOINT \["tini"/m);
    expect(image).toMatch(/^HEALTHCHECK /m);
  });

  it('keep the queues: Redis writes everything down and evicts nothing', () => {
    const words = service('redis').replaceAll(/[-'\s]+/g, ' ');

    expect(words).toContain('appendonly yes');
    expect(words).toContain('maxmemory policy noeviction');
  });

  it('start API and worker only after the migrations are through', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name)).toContain('migrate: { condition: service_completed_successfully }');
    }
    expect(service('migrate')).toContain("restart: 'no'");
  });

  it('wait for servers that are healthy, and hold no secret', () => {
    for (const name of ['database', 'redis']) expect(service(name)).toContain('healthcheck:');
    expect(compose).toContain('env_file: .env');
    expect(compose).not.toMatch(/(?<!ROOT_)PASSWORD: (?!\$\{)/);
  });
});
