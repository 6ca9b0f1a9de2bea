import { createSecretKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStoreKeys } from '../../platform/vault/store-keys.ts'
import { createDerive } from '../assessments/service.ts'
import { noSchema, type InputSchema } from './input-schema.ts'
import { prepareHere } from './prepare-lines.ts'
import { createPrepare } from './prepare.ts'
import { replayStream } from './replay-stream.ts'
import { reportOf } from './report.ts'

/** Each of these reads, scores and learns hundreds of orders, beside other suites. */
jest.setTimeout(60_000)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-streams-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const keys = createStoreKeys([createSecretKey(Buffer.alloc(32, 7))])
const derive = createDerive({ ips: { of: () => null } })
const day = 86_400_000
const start = Date.UTC(2026, 0, 1)
const at = (days: number) => new Date(start + Math.round(days * day)).toISOString()

interface Given {
  readonly schema?: InputSchema
  readonly rival?: readonly string[]
  readonly strict?: boolean
  readonly training?: boolean
}

let files = 0
const replay = async (lines: readonly (object | string)[], given: Given = {}) => {
  const { schema = noSchema, rival = null, strict = false, training = true } = given
  const [file, out] = [join(folder, `events-${(files += 1)}.jsonl`), join(folder, 'scores.csv')]
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const settings = { schema, trainEveryMs: training ? 5 * day : null, maturityDays: 60, strict }
  const prepare = prepareHere(createPrepare(derive, keys, { schema, rival }))
  const replayed = await replayStream({ file, out, ...settings }, { prepare, progress: () => undefined })
  const csv = await readFile(out, 'utf8')
  const rows = csv.trim().split('\r\n').slice(1)
  const scoreOf = (id: string) => Number(rows.find((row) => row.startsWith(`${id},`))?.split(',')[3])
  return { csv, rows, scoreOf, replayed, report: reportOf(replayed) }
}

const order = (id: string, days: number, request: object = {}) => ({
  type: 'order',
  at: at(days),
  request: { order: { id, amount: 5_000, currency: 'EUR' }, ...request },
})
const label = (id: string, days: number, name = 'fraud') => ({ type: 'label', at: at(days), order_id: id, label: name })

/** Bad orders come from one channel, and nothing else about them is different. */
const channels = (orders: number, { bad = 'app', told = true }: { bad?: string; told?: boolean } = {}) =>
  Array.from({ length: orders }, (_, index) => {
    const isBad = index % 10 === 0
    const days = index / 20
    const custom_inputs = {
      channel: isBad ? bad : 'web',
      nonce: `n${index}`,
      age: index % 7,
      mixed: index % 3 ? 1 : 'x',
    }
    const placed = order(`o${index}`, days, { custom_inputs })
    if (!isBad && !told) return [placed]
    return [placed, label(`o${index}`, days + 2, isBad ? 'fraud' : 'not_fraud')]
  }).flat()

test('every order has its line, in the columns promised', async () => {
  const { csv, rows } = await replay([order('a', 0), order('b', 1)])
  expect(csv.split('\r\n')[0]).toBe('order_id,at,trust_score,raw_score,decision,top_reason')
  expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
    ['a', at(0)],
    ['b', at(1)],
  ])
})

test('the same past gives the same bytes, in whatever order the file holds it', async () => {
  const lines = channels(400)
  const [once, again] = [await replay(lines), await replay(lines)]
  expect(again.csv).toBe(once.csv)
  expect(again.report).toEqual(once.report)
  const orders = lines.filter(({ type }) => type === 'order')
  const labels = lines.filter(({ type }) => type === 'label').reverse()
  expect((await replay([...labels, ...orders])).csv).toBe(once.csv)
})

test('what a store alone knows is learned from its labels', async () => {
  const { scoreOf, report } = await replay([
    ...channels(1_200),
    order('app', 70, { custom_inputs: { channel: 'app' } }),
    order('web', 70, { custom_inputs: { channel: 'web' } }),
  ])
  expect(scoreOf('app')).toBeLessThan(scoreOf('web') - 15)
  expect(report.trainings.length).toBeGreaterThan(3)
})

test('the same where only bad labels are ever sent: silence is good after 60 days', async () => {
  const { scoreOf, report } = await replay([
    ...channels(2_400, { told: false }),
    order('app', 125, { custom_inputs: { channel: 'app' } }),
    order('web', 125, { custom_inputs: { channel: 'web' } }),
  ])
  expect(scoreOf('app')).toBeLessThan(scoreOf('web') - 15)
  expect(report.outcomes.open).toBeGreaterThan(0)
})

test('without training nothing is learned', async () => {
  const lines = [...channels(1_200), order('app', 70, { custom_inputs: { channel: 'app' } })]
  const { report, scoreOf } = await replay(lines, { training: false })
  expect(report.trainings).toEqual([])
  expect(scoreOf('app')).toBeGreaterThan(60)
})

test('planted leak: a label that comes after an order changes nothing of its score', async () => {
  const email = { email: { address_sha256: 'a'.repeat(64) } }
  const past = [order('first', 0, email), order('second', 10, email)]
  const unlabelled = await replay(past)
  const later = await replay([...past, label('first', 10.001), label('second', 11)])
  expect(later.csv).toBe(unlabelled.csv)
  const before = await replay([...past, label('first', 9.999)])
  expect(before.scoreOf('second')).toBeLessThan(unlabelled.scoreOf('second') - 10)
  expect(before.scoreOf('first')).toBe(unlabelled.scoreOf('first'))
})

test('planted leak: orders that come later change nothing of those before', async () => {
  const lines = channels(300)
  const some = await replay(lines.slice(0, 400))
  const all = await replay(lines)
  const known = some.rows.slice(0, 180)
  expect(all.rows.slice(0, 180)).toEqual(known)
})

test('planted leak: silence is not good a second before its time', async () => {
  const email = { email: { address_sha256: 'b'.repeat(64) } }
  const second = 1 / 86_400
  const next = (days: number) => replay([order('first', 0, email), order('next', days, email)])
  const [early, due] = [await next(60 - second), await next(60)]
  const known = ({ replayed }: Awaited<ReturnType<typeof replay>>) => replayed.run.outcomeOf(0)
  expect([known(early), known(due)]).toEqual(['pending', 'good'])
})

test("planted leak: another tool's score is compared and never learned from", async () => {
  const rival = (index: number) => ({ rival_score: index % 10 === 0 ? 0.9 : 0.1 })
  const lines = Array.from({ length: 800 }, (_, index) => [
    order(`o${index}`, index / 20, { custom_inputs: rival(index) }),
    label(`o${index}`, index / 20 + 1, index % 10 === 0 ? 'fraud' : 'not_fraud'),
  ]).flat()
  const { report } = await replay(lines, { rival: ['custom_inputs', 'rival_score'] })
  const { rival: compared, ranking } = report.cards['standard'] ?? {}
  expect(compared).toMatchObject({ direction: 'higher is riskier', ranking: { auc: 1 } })
  expect(ranking?.auc).toBeLessThan(0.7)
  expect(compared?.differing.only_rival.bad).toBeGreaterThan(0)
})

test('broken lines are named and skipped', async () => {
  const card = { custom_inputs: { note: '4111 1111 1111 1111' } }
  const lines = [
    order('a', 0),
    '{',
    order('b', 1, card),
    '',
    { type: 'order', at: at(2), request: { order: { id: 'c' } } },
  ]
  const { replayed, rows, csv } = await replay(lines)
  expect(rows).toHaveLength(1)
  expect(replayed.counts).toMatchObject({ orders: 1, broken: 3 })
  expect(replayed.broken.map(({ number }) => number).sort()).toEqual([2, 3, 5])
  expect(JSON.stringify(replayed.broken) + csv).not.toContain('4111')
})

test('a strict replay refuses the file and leaves nothing', async () => {
  await rm(join(folder, 'scores.csv'), { force: true })
  await expect(replay([order('a', 0), { ...order('b', 1), request: {} }], { strict: true })).rejects.toThrow(
    /^Line 2: /,
  )
  await expect(readFile(join(folder, 'scores.csv'))).rejects.toThrow('ENOENT')
  await expect(readFile(join(folder, 'scores.csv.part'))).rejects.toThrow('ENOENT')
})

test('labels of orders that are not there are counted', async () => {
  expect((await replay([label('nobody', 0), order('a', 1)])).replayed.counts.unmatched).toBe(1)
})

test('an input declared an identifier has a past of its own', async () => {
  const seller = (days: number, id: string) => order(id, days, { custom_inputs: { seller: 's1' } })
  const past = [seller(0, 'a'), seller(1, 'b'), label('a', 2), label('b', 2), seller(3, 'c')]
  const plain = await replay(past)
  const declared = await replay(past, { schema: { kinds: { seller: 'identifier' } } })
  expect(declared.scoreOf('c')).toBeLessThan(plain.scoreOf('c') - 5)
})

test('a bad order is told one step further, as the worker does it, and taken back', async () => {
  const buy = (id: string, days: number, person: string, card: object = {}) =>
    order(id, days, { email: { address_sha256: person.repeat(64) }, ...card })
  const shared = { payment: { method: 'card', token_sha256: 'c'.repeat(64) } }
  const past = [buy('a', 0, 'a', shared), buy('b', 1, 'b', shared), buy('next', 10, 'a'), buy('other', 10, 'd')]
  const unlabelled = await replay(past)
  const linked = await replay([...past, label('b', 2)])
  expect(linked.scoreOf('next')).toBeLessThan(unlabelled.scoreOf('next'))
  expect(linked.scoreOf('other')).toBe(unlabelled.scoreOf('other'))
  const late = await replay([...past, label('b', 10.001)])
  expect(late.csv).toBe(unlabelled.csv)
  const takenBack = await replay([...past, label('b', 2), label('b', 3, 'clear')])
  expect(takenBack.scoreOf('next')).toBe(unlabelled.scoreOf('next'))
})
