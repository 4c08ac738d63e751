import { exists, filesUnder, textOf } from './tree';

const text = /\.(ts|tsx|mjs|cjs|js|json|md|yml|yaml|sh|html|css|csv|svg)$|(^|\/)(\.[a-z]+|run|Dockerfile)$/;
const ownFile = 'test/house/repository.spec.ts';

/** Folders of a person or of a machine; a path that begins there means something on one computer only. */
const machinePath = /(^|[\s'"`(=:])\/(work|home|root|Users|private|mnt)\/[\w.-]/m;

describe('the repository', () => {
  it('names no registry host in the lock file', () => {
    const lock = textOf('package-lock.json');

    expect(lock).not.toContain('"resolved"');
    expect(lock.match(/https?:\/\/[^"]*registry[^"]*/g)).toBeNull();
  });

  it('holds no path of the machine it was written on', () => {
    const files = filesUnder('.').filter((file) => text.test(file) && file !== ownFile && file !== 'package-lock.json');

    expect(files.filter((file) => machinePath.test(textOf(file)))).toEqual([]);
  });

  it('commits no secrets: only examples of environment files', () => {
    expect(exists('.gitignore') && /^\.env$/m.test(textOf('.gitignore'))).toBe(true);
  });
});
