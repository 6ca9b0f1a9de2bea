import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from '../run.mjs'

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

const failuresOf = ({ suites, errors }) => [
  ...errors.map(({ message }) => ({ name: 'browser', message })),
  ...suites.flatMap(specsOf).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => ({
        name: `${projectName}: ${file}:${line} ${title}`,
        message: results.flatMap(({ errors: found }) => found.map(({ message }) => message)).join('\n'),
      })),
  ),
]

export const playwrightSuite = async (env, report) => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-e2e-'))
  const file = join(folder, 'report.json')
  const { code, output } = await tool('playwright', ['test', '--reporter=line,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    echo: true,
  })
  const result = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  await rm(folder, { recursive: true, force: true })
  if (!result) {
    report(output.slice(-4000))
    return { passed: 0, failed: 1, skipped: 0, notes: ['playwright gave no report'] }
  }
  const { expected, unexpected, flaky, skipped } = result.stats
  const failed = unexpected + result.errors.length
  return {
    passed: expected + flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped,
    failures: failuresOf(result),
    notes: flaky > 0 ? [`${flaky} passed only on a second try`] : [],
  }
}
