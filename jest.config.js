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
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: {
    '\\.tsx?$': ['@swc/jest', ours],
    '/node_modules/(cookie|content-disposition)/.*\\.js$': ['@swc/jest', commonJs],
  },
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition)/)'],
};

export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,test,bench,fuzz,chaos}/**/*.spec.{ts,tsx}'],
    },
    {
      ...project,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{src,test}/**/*.{e2e-spec,integration-spec}.{ts,tsx}'],
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/global-teardown.js',
      setupFilesAfterEnv: ['<rootDir>/test/support/second-try.ts'],
    },
  ],
  testTimeout: 30_000,
  // Modules of a finished file are never freed: a worker that has grown is replaced before it only collects garbage.
  workerIdleMemoryLimit: '1GB',
};
