import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { audit } from './checks/audit.mjs'
import { licences } from './checks/licences.mjs'
import { links } from './checks/links.mjs'
import { lockfile } from './checks/lockfile.mjs'
import { ownKeys } from './checks/own-keys.mjs'
import { run, tool } from './run.mjs'

const rooms = ['contract', 'backend', 'collector', 'dashboard', 'sdk', 'demo', 'e2e', 'bench'].filter((room) =>
  existsSync(room),
)
const command =
  (name, ...args) =>
  async () => {
    const { code, output } = await tool(name, args)
    return { ok: code === 0, output }
  }
const script =
  (...args) =>
  async () => {
    const { code, output } = await run(process.execPath, args)
    return { ok: code === 0, output }
  }

/** What is weighed is what would be shipped now, not what an earlier build left behind. */
const sizeOfCollector = async () => {
  const built = await command('rollup', '-c', '--silent', '--configRoom', 'collector')()
  return built.ok ? script('collector/size.mjs')() : built
}

/** Everything that can be said about a change without running the product. In the order of how soon a person wants to know. */
export const checks = [
  { name: 'formatting', run: command('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'types', run: command('tsc') },
  { name: 'lint', run: command('eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/') },
  { name: 'boundaries and cycles', run: command('depcruise', '--config', '.dependency-cruiser.mjs', ...rooms) },
  { name: 'dead code and unused dependencies', run: command('knip') },
  { name: 'size of gf.js', run: sizeOfCollector },
  { name: 'licences of dependencies', run: licences },
  { name: 'exact versions, plain lockfile', run: lockfile },
  {
    name: 'secrets in the tree',
    run: command('secretlint', '--maskSecrets', '--secretlintignore', '.gitignore', '**/*'),
  },
  { name: 'own keys in the tree', run: ownKeys },
  { name: 'drift of openapi.json', run: script('scripts/openapi.mjs', '--check') },
  { name: 'drift of docs/roles.md', run: script('scripts/roles.mjs', '--check') },
  { name: 'links of the documents', run: links },
  { name: 'npm audit', run: audit },
]

export const runChecks = async (report) => {
  const totals = { passed: 0, failed: 0, skipped: 0, notes: [] }
  for (const check of checks) {
    const { ok, output = '', skipped } = await check.run()
    if (skipped) {
      totals.skipped += 1
      totals.notes.push(`${check.name}: ${skipped}`)
    } else if (ok) totals.passed += 1
    else totals.failed += 1
    report(skipped ? `skipped  ${check.name} (${skipped})` : `${ok ? 'passed  ' : 'FAILED  '} ${check.name}`)
    if (!ok) report(output.trim())
  }
  return totals
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const totals = await runChecks((line) => console.log(line))
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
  process.exitCode = totals.failed === 0 ? 0 : 1
}
