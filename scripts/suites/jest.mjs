import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { tool } from '../run.mjs'

const pendingNotes = (report) =>
  report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending')
    .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title)

/** Nothing is ended by force: what a test leaves open is told, so that it gets closed. */
const openHandles = (output) =>
  /did not exit one second after|failed to exit gracefully/.test(output) ? ['a test left something open'] : []

const failuresOf = (report) =>
  report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [{ name: relative('.', file), message }]
    return failed.map(({ fullName, failureMessages }) => ({
      name: `${relative('.', file)} ${fullName}`,
      message: failureMessages.join('\n'),
    }))
  })

/** One jest project; failing output is shown as it was, passing output is not. */
export const jestSuite = async (project, env, report) => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-jest-'))
  const file = join(folder, 'report.json')
  const { code, output } = await tool(
    'jest',
    ['--selectProjects', project, '--json', '--outputFile', file, '--maxWorkers', '2'],
    { env: { NODE_OPTIONS: '--max-old-space-size=4096', ...env }, echo: true },
  )
  const result = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  await rm(folder, { recursive: true, force: true })
  if (!result) {
    report(output.slice(-4000))
    return { passed: 0, failed: 1, skipped: 0, notes: ['jest gave no report'] }
  }
  const suitesBroken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = result.numFailedTests + suitesBroken.length
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests,
    failures: failuresOf(result),
    notes: [...new Set(pendingNotes(result)), ...openHandles(output)],
  }
}
