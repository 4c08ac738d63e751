import { exists, filesUnder, foldersUnder, libs, lineCountOf, textOf } from './tree';

const longestFile = 250;
const vagueNames = /^(utils?|helpers?|common|shared|types|interfaces|dtos?|constants|misc|lib)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Catalogues, migrations and tables of examples are read entry by entry, not as a whole. */
const isList = (file: string): boolean => /^libs\/language\/src\/|\/migrations\/|\.spec\.tsx?$/.test(file);
const source = (): string[] => filesUnder('apps', 'libs').filter((file) => /\.tsx?$/.test(file));

describe('the layout of the house', () => {
  it('has no file that asks to be split', () => {
    const long = source().filter((file) => !isList(file) && lineCountOf(file) > longestFile);

    expect(long.map((file) => `${file}: ${lineCountOf(file)} lines`)).toEqual([]);
  });

  it('splits by act, so that no folder has a name that could hold anything', () => {
    const vague = foldersUnder('apps', 'libs', 'test', 'tools').filter((folder) =>
      vagueNames.test(folder.split('/').at(-1) ?? ''),
    );

    expect(vague).toEqual([]);
  });

  it('gives every lib one door', () => {
    expect(libs().filter((lib) => !exists(`libs/${lib}/src/index.ts`))).toEqual([]);
  });

  it('names files in kebab case', () => {
    const odd = [...source(), ...filesUnder('tools', 'test')].filter(
      // Fixtures are called what another system calls its files.
      (file) => !file.startsWith('test/fixtures/') && !kebabCase.test((file.split('/').at(-1) ?? '').replace(/^_/, '')),
    );

    expect(odd).toEqual([]);
  });

  it('lists every KPI in the one catalogue', () => {
    const kpis = filesUnder('libs').filter((file) => file.endsWith('.kpi.ts'));
    const catalogue = 'libs/metrics/src/catalogue.ts';
    const listed = exists(catalogue) ? textOf(catalogue) : '';
    const importedAs = (file: string) => `/${file.split('/').at(-1)?.replace(/\.ts$/, '')}'`;

    expect(kpis.filter((file) => !listed.includes(importedAs(file)))).toEqual([]);
  });

  it('keeps its README to what a newcomer reads in one go', () => {
    expect(exists('README.md') ? lineCountOf('README.md') : 0).toBeLessThanOrEqual(120);
  });
});
