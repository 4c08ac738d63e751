import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packedModules } from './tools/tests/packed-modules.mjs';

// Tests run far from UTC on purpose: code that leans on the zone of the machine fails here and not at a user's.
process.env.TZ ??= 'America/New_York';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const typescript = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** Modules of others in few files where `npm test` has packed them: a story is read in half the time. */
const packed = existsSync(`${root}/dist/modules`)
  ? Object.fromEntries(
      Object.entries(packedModules).map(([name, file]) => [`^${name}$`, `<rootDir>/dist/modules/${file}.js`]),
    )
  : {};

const everywhere = {
  rootDir: root,
  testEnvironment: '<rootDir>/test/support/plain-realm.environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@tandem/([^/]+)$': '<rootDir>/libs/$1/src/index.ts', ...packed },
  modulePathIgnorePatterns: ['<rootDir>/dist/(?!modules/)', '<rootDir>/.data/'],
  transform: { '^.+\\.ts$': typescript(false), '^.+\\.tsx$': typescript(true) },
};

const onServers = {
  ...everywhere,
  globalSetup: '<rootDir>/test/support/servers.setup.mjs',
  globalTeardown: '<rootDir>/test/support/servers.teardown.mjs',
};

export default {
  // One more than the cores of the smallest machine: in many stories a clock, a poll or a server is waited for.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/stories-first.sequencer.mjs',
  // Modules of finished files stay in memory, 40 MB a file; past this a worker is started anew.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  projects: [
    {
      ...everywhere,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/libs/**/*.spec.{ts,tsx}',
        '<rootDir>/apps/**/*.spec.{ts,tsx}',
        '<rootDir>/test/{fuzz,reference}/**/*.spec.ts',
      ],
    },
    {
      ...onServers,
      displayName: 'stories',
      testMatch: [
        '<rootDir>/test/{api,figures,worker,cli,migrations,model,reference,idempotency,money,time,fuzz,verification}/**/*.story.ts',
      ],
    },
    // The longest ones: `npm run proofs`, or by their path.
    { ...onServers, displayName: 'proofs', testMatch: ['<rootDir>/test/**/*.proof.ts'] },
    { ...onServers, displayName: 'browser', testMatch: ['<rootDir>/test/web/**/*.story.ts'] },
    { ...everywhere, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.spec.ts'] },
  ],
};
