export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
  // Long, for a test that hangs is rare and a busy machine is not: until it is over it costs nothing.
  testTimeout: 400_000,
  maxWorkers: 2,
  // Modules of a test file stay in memory after it: past this a worker starts anew, before collecting them costs time.
  workerIdleMemoryLimit: '1GB',
};
