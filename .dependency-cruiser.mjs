/** The dependency rules of docs/architecture.md, held by a tool. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const tests = '(\\.test\\.tsx?$|/testing/|-suite\\.ts$|/fixtures/)'
const inside = (...rooms) => `^(${rooms.join('|')})/`

export default {
  forbidden: [
    forbid('no-cycles', 'Folders that import each other hide bugs.', {}, { circular: true }),
    forbid('no-unresolvable', 'Every import must resolve.', {}, { couldNotResolve: true }),
    forbid(
      'no-dev-dependencies',
      'What runs may not need what only builds.',
      { path: inside('backend/src'), pathNot: tests },
      { dependencyTypes: ['npm-dev'] },
    ),

    forbid(
      'contract-imports-zod-only',
      'Every room sees the contract, so it sees none.',
      { path: inside('contract') },
      { pathNot: ['^contract/', '^node_modules/zod/'] },
    ),
    forbid(
      'collector-contract-by-type',
      'Schemas must not grow the script on the checkout page.',
      { path: inside('collector/src'), pathNot: tests },
      { path: '^contract/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'collector-alone',
      'The collector judges nothing and knows nobody.',
      { path: inside('collector/src') },
      { pathNot: ['^collector/', '^contract/', '^node_modules/@fingerprintjs/'], dependencyTypesNot: ['core'] },
    ),
    forbid(
      'clients-never-see-backend',
      'Clients know the wire, never the server.',
      { path: inside('dashboard', 'sdk', 'collector', 'demo') },
      { path: '^backend/' },
    ),
    forbid(
      'sdk-has-no-dependencies',
      'A store installs the SDK and nothing with it.',
      { path: inside('sdk/src'), pathNot: tests },
      { path: '^node_modules/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'e2e-sees-built-files',
      'Browser tests drive what is shipped.',
      { path: inside('e2e') },
      { path: '^(backend|dashboard|collector|sdk|demo)/src/' },
    ),

    forbid(
      'scoring-is-pure',
      'Evidence in, assessment out.',
      { path: inside('backend/src/scoring'), pathNot: tests },
      {
        pathNot: [
          '^backend/src/scoring/',
          '^contract/',
          '^crypto$',
          '^node:crypto$',
          // An evaluator without I/O, clock or randomness.
          '^node_modules/@marcbachmann/cel-js/',
        ],
      },
    ),
    forbid(
      'platform-knows-no-feature',
      'The platform carries features; it does not know them.',
      { path: inside('backend/src/platform') },
      { path: '^backend/src/features/' },
    ),
    forbid(
      'features-meet-at-the-service',
      'A feature reaches another only through its service.ts.',
      { path: '^backend/src/features/([^/]+)/', pathNot: tests },
      {
        path: '^backend/src/features/([^/]+)/',
        pathNot: ['^backend/src/features/$1/', '^backend/src/features/[^/]+/service\\.ts$'],
      },
    ),
    forbid(
      'express-ends-at-http',
      'A handler never sees Express.',
      { pathNot: ['^backend/src/(platform/http/|app\\.ts|main\\.ts)', '^(demo|bench|sdk)/', tests] },
      { path: '^node_modules/(express|helmet|express-rate-limit|rate-limit-redis|@types/express)/' },
    ),
    forbid(
      'databases-end-in-documents',
      'Engine types stay inside the port.',
      {
        pathNot: [
          ...['^backend/src/platform/(documents|ephemeral)/', '^scripts/servers/'],
          ...['^bench/multiply', '^bench/servers/counted', tests],
        ],
      },
      { path: '^node_modules/(mongoose|mongodb|better-sqlite3|@types/better-sqlite3)/' },
    ),
    forbid(
      'redis-ends-in-ephemeral',
      'ioredis stays inside the port.',
      { pathNot: ['^backend/src/platform/ephemeral/', '^scripts/servers/', tests] },
      { path: '^node_modules/ioredis/' },
    ),
    forbid(
      'services-never-see-routes',
      'routes -> service -> store.',
      { path: '^backend/src/features/[^/]+/service\\.ts$' },
      { path: 'routes\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^\\.cache/)' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
