// The street: a domain lib looks only to its left.
const street = [
  'people',
  'funnel',
  'opportunities',
  'campaigns',
  'spend',
  'metrics',
  'targets',
  'meetings',
  'exchange',
  'demo',
  'verification',
  'upkeep',
];
const tools = ['config', 'database', 'outbox', 'jobs', 'mail', 'webhooks', 'language'];

const specs = '\\.spec\\.tsx?$';
const inLibs = (names) => `^libs/(${names.join('|')})/`;
const packages = (...names) => `^node_modules/(${names.join('|')})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circles', 'ES modules in a circle throw at load.', {}, { circular: true }),
    forbid('nothing-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),

    forbid('libs-do-not-know-apps', 'Apps stand on libs.', { path: '^libs/' }, { path: '^apps/' }),
    forbid(
      'apps-do-not-know-each-other',
      'What two apps need moves into a lib.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'enter-a-lib-by-its-door',
      'Another lib is entered by its index.ts only.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/[^/]+/.+', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
    ),
    forbid(
      'apps-and-tests-enter-by-the-door',
      'Apps and tests use what a lib offers, not what it is made of.',
      { path: '^(apps|test)/' },
      { path: '^libs/[^/]+/.+', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    ),
    ...street.map((lib, place) =>
      forbid(
        `${lib}-looks-left-only`,
        'The street: imports look left.',
        { path: `^libs/${lib}/` },
        { path: place === street.length - 1 ? '^libs/nobody/' : inLibs(street.slice(place + 1)) },
      ),
    ),
    forbid(
      'tools-do-not-know-the-domain',
      'Config, database, outbox, jobs, mail, webhooks and language serve any domain.',
      { path: inLibs(tools) },
      { path: inLibs(street) },
    ),
    forbid(
      'contracts-belong-to-the-wire',
      'Only apps and tests speak the wire; libs speak plain values.',
      { path: '^libs/(?!contracts/)' },
      { path: '^libs/contracts/' },
    ),

    forbid(
      'kernel-stands-alone',
      'The kernel may use exact time and exact decimals, nothing else.',
      { path: '^libs/kernel/', pathNot: specs },
      {
        pathNot: ['^libs/kernel/', packages('temporal-polyfill', 'temporal-spec', 'decimal\\.js'), '^(node:)?[a-z_]+$'],
      },
    ),
    forbid(
      'contracts-know-only-zod',
      'The web reads them too: schemas and nothing else.',
      { path: '^libs/contracts/', pathNot: specs },
      { pathNot: ['^libs/contracts/', packages('zod')] },
    ),
    forbid(
      'rules-are-pure',
      'A rule knows the other rules of its lib and the kernel.',
      { path: '^libs/([^/]+)/src/(.+/|)rules/', pathNot: specs },
      { pathNot: ['^libs/$1/src/(.+/|)rules/', '^libs/kernel/src/index\\.ts$'] },
    ),
    forbid(
      'web-knows-only-contracts',
      'The browser knows the API by its contracts, and the words of both languages.',
      { path: '^apps/web/' },
      { path: '^libs/', pathNot: '^libs/(contracts|language)/' },
    ),

    forbid(
      'sql-stays-in-storage-files',
      'Only entity, repository, reader and module files and libs/database know how rows are kept.',
      {
        path: '^(apps|libs)/',
        pathNot: ['\\.(entity|repository|reader|module)\\.ts$', '^libs/database/', specs],
      },
      { path: packages('typeorm', '@nestjs/typeorm', 'mysql2') },
    ),
    forbid(
      'queues-stay-in-the-jobs-lib',
      'Only libs/jobs knows BullMQ and Redis.',
      { path: '^(apps|libs)/', pathNot: '^libs/jobs/' },
      { path: packages('bullmq', '@nestjs/bullmq', 'ioredis') },
    ),
    forbid(
      'transports-stay-in-the-mail-lib',
      'Only libs/mail knows how a letter leaves the house.',
      { path: '^(apps|libs)/', pathNot: ['^libs/mail/', specs] },
      { path: packages('nodemailer') },
    ),
    forbid(
      'language-knows-only-words',
      'The web bundles it: texts and what fills them in.',
      { path: '^libs/language/', pathNot: specs },
      { pathNot: ['^libs/language/', packages('i18next')] },
    ),
    forbid(
      'product-runs-without-development-packages',
      'The image holds production dependencies only; the web is bundled and exempt.',
      { path: '^(apps/(api|worker|cli)|libs)/', pathNot: specs },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-test-code-in-product',
      'Tests know the product, never the other way round.',
      { path: '^(apps|libs)/', pathNot: specs },
      { path: ['^test/', specs] },
    ),
    forbid(
      'no-orphans',
      'A file that nobody imports is dead.',
      {
        orphan: true,
        path: '^(apps|libs)/',
        pathNot: [
          '^apps/web/public/',
          '(^|/)(main|index)\\.tsx?$',
          '\\.d\\.ts$',
          '/migrations/',
          specs,
          '\\.config\\.ts$',
        ],
      },
      {},
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
