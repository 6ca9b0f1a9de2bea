import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(__dirname, '../../..')
const run = promisify(execFile)

/** Half a minute on a quiet machine; the limit is for a busy one. */
jest.setTimeout(300_000)

interface Told {
  readonly requests: number
  readonly statuses: Readonly<Record<string, number>>
  readonly growth: number
  readonly honest: number
}

test('20,000 hostile requests to the built program: no 5xx, no leak, nothing kept, and the next honest one is served', async () => {
  const { stdout } = await run(process.execPath, ['bench/hostile.mjs', '--requests', '20000'], { cwd: root })
  const told = JSON.parse(stdout) as Told
  const statuses = Object.keys(told.statuses).map(Number)
  expect(Object.values(told.statuses).reduce((sum, count) => sum + count, 0)).toBe(20_000)
  expect(statuses.filter((status) => status >= 500 || status === 0)).toEqual([])
  // All of it would be refused at the first check if the run itself were broken.
  expect(statuses).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 405, 413, 422]))
  expect(told.growth).toBeLessThan(0.1)
  expect(told.honest).toBe(200)
})
