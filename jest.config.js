import { availableParallelism } from 'node:os';

// Jest runs our TypeScript as ES modules (ADR-0001): swc emits es6, and only two CommonJS packages that
// pretend to be modules are turned back. The same swc settings build the product.
const ours = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};
const commonJs = { module: { type: 'commonjs' }, swcrc: false };

const project = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@gatehouse/client$': '<rootDir>/clients/typescript/src/index.ts',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: {
    '\\.tsx?$': ['@swc/jest', ours],
    '/node_modules/(cookie|content-disposition)/.*\\.js$': ['@swc/jest', commonJs],
  },
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition)/)'],
};

const END_TO_END = ['<rootDir>/{src,test}/**/*.{e2e-spec,integration-spec}.{ts,tsx}'];

/** Long runs that prove what a whole installation promises: a stage of their own in `.ci/run`. */
const PROOFS = [
  'test/proof.e2e-spec.ts',
  'test/demo.e2e-spec.ts',
  'test/conformance/faults.e2e-spec.ts',
  'test/conformance/slow.e2e-spec.ts',
];

/**
 * The service under test is the build, loaded by Node once per worker; only the tests themselves go through Jest,
 * which would load every package again for each file.
 */
const built = {
  ...project,
  testEnvironment: '<rootDir>/test/support/built-environment.js',
  transform: {
    // The client's sources as well.
    '/src/.*(?<!spec)\\.tsx?$': '<rootDir>/test/support/built-modules.js',
    '/test/support/(documented-answers|redocly)\\.js$': '<rootDir>/test/support/built-modules.js',
    '/node_modules/(@nestjs/.*|pg/esm/.*|(typeorm|playwright-core)/index)\\.m?js$':
      '<rootDir>/test/support/built-modules.js',
    '\\.tsx?$': ['@swc/jest', ours],
  },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/|pg/esm/|(typeorm|playwright-core)/index)'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
};

export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,test,bench,fuzz,chaos}/**/*.spec.{ts,tsx}'],
    },
    { ...built, displayName: 'e2e', testMatch: END_TO_END, testPathIgnorePatterns: PROOFS },
    { ...built, displayName: 'proof', testMatch: PROOFS.map((path) => `<rootDir>/${path}`) },
  ],
  // How soon a slow machine gets there is no promise of the service: a limit is for what never ends.
  testTimeout: 180_000,
  // A file keeps a core busy together with its database, browser and child processes. With more workers than cores
  // a slow machine gets no more done, and everything in it answers later.
  maxWorkers: availableParallelism(),
  // Modules of a finished file are never freed: a worker that has grown is replaced before it only collects garbage.
  workerIdleMemoryLimit: '1.5GB',
};
