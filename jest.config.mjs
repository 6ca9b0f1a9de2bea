/** ESM-only packages that jest must transform: it runs our tests as CommonJS. */
const esmOnly = ['jose', '@simplewebauthn', 'canonicalize', 'p-limit', 'disposable-email-domains-js', '@marcbachmann']

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^#contract/(.*)$': '<rootDir>/contract/src/$1', '^#sdk$': '<rootDir>/sdk/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  globals: { __FAILPOINTS__: false },
}

const projectOf = (displayName, testMatch, more = {}) => ({ ...shared, displayName, testMatch, ...more })

/** `unit` needs nothing outside the process; `api` runs against engines and servers, one after the other. */
export default {
  // A busy machine is no failure: what hangs is told after a minute. Inside a project it would be ignored.
  testTimeout: 60_000,
  projects: [
    projectOf(
      'unit',
      ['<rootDir>/{contract,backend,collector,dashboard,sdk,demo,scripts,bench}/**/*.test.{ts,tsx,mjs}'],
      {
        testPathIgnorePatterns: ['\\.(happy|error|security|engine|crash)\\.test\\.ts$'],
      },
    ),
    projectOf('api', ['<rootDir>/{backend,sdk}/**/*.{happy,error,security,engine,crash}.test.ts']),
  ],
}
