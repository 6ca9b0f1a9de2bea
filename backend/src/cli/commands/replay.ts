import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createDerive } from '../../features/assessments/service.ts'
import {
  createPrepare,
  noSchema,
  passingKeys,
  prepareHere,
  prepareThere,
  readSchema,
  replayStream,
  reportOf,
  SchemaRefused,
  StreamRefused,
  type InputSchema,
  type KeptCounts,
  type PrepareLines,
  type PrepareSettings,
  type Replayed,
  type ReplayProgress,
} from '../../features/streams/service.ts'
import { openPastImport, RotationUnderWay, type PastImport } from '../../past-import.ts'
import { systemClock } from '../../platform/clock.ts'
import { createIpFacts } from '../../platform/facts/ip-facts.ts'
import { Refusal, UsageError, type Command, type Given, type Surroundings } from '../command.ts'
import { duration, mode, optionalText, text } from '../given.ts'
import { pairs } from '../table.ts'

const fieldName = /^[a-z][a-z0-9_]*$/

const rivalOf = (given: Given): readonly string[] | null => {
  const field = optionalText(given, 'rival')
  if (field === undefined) return null
  const path = field.split('.')
  if (path.length < 2 || !path.every((name) => fieldName.test(name)))
    throw new UsageError('--rival is a field of the request such as custom_inputs.rival_score.')
  return path
}

const trainEveryOf = (given: Given): number | null => {
  if (given['no-training'] === true || given['import'] === true) {
    if (given['train-every'] !== undefined)
      throw new UsageError(
        'Neither --no-training nor --import goes with --train-every: what is imported is judged by the policy of the store, which learns from the labels itself.',
      )
    return null
  }
  const every = duration(given, 'train-every', '1d')
  if (every < 3_600_000) throw new UsageError('--train-every is at least 1h: labels are not told by the minute.')
  return every
}

const importInto = async (
  given: Given,
  openExisting: Surroundings['openExisting'],
): Promise<PastImport | undefined> => {
  if (given['import'] !== true) return undefined
  const store = { merchantId: text(given, 'merchant'), mode: mode(given) }
  return openPastImport(await openExisting(), store, systemClock)
}

const readNamed = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Refusal(`${path} cannot be read.`)
  }
}

const schemaOf = async (given: Given): Promise<InputSchema> => {
  const path = optionalText(given, 'schema')
  return path === undefined ? noSchema : readSchema(await readNamed(path))
}

/** Reading and scoring side by side take two cores; a program that was not built, or a single core, does both in turn. */
const preparing = async (root: string, settings: PrepareSettings): Promise<PrepareLines> => {
  const thread = join(root, 'dist', 'backend', 'prepare-thread.mjs')
  if (availableParallelism() > 1 && existsSync(thread)) return prepareThere(thread, settings)
  const ips = await createIpFacts()
  await ips.networksReady
  return prepareHere(createPrepare(createDerive({ ips }), passingKeys, settings))
}

const everyMs = 2_000

const createProgress = (note: (sentence: string) => void, now: () => number) => {
  const began = now()
  let told = began
  return ({ lines, of, orders, at }: ReplayProgress): void => {
    if (now() - told < everyMs) return
    told = now()
    const seconds = (told - began) / 1_000
    const left = Math.ceil((seconds / lines) * (of - lines))
    const date = at === null ? '' : `, ${new Date(at).toISOString().slice(0, 10)}`
    note(`${lines} of ${of} lines${date}, ${Math.round(orders / seconds)} orders/s, about ${left} s left`)
  }
}

const mostNamed = 20

const noteBroken = ({ broken, counts }: Replayed, note: (sentence: string) => void): void => {
  for (const { number, problem } of broken.slice(0, mostNamed)) note(`Line ${number} was skipped: ${problem}.`)
  if (counts.broken > mostNamed) note(`${counts.broken - mostNamed} more lines were skipped; --report names them.`)
}

export const replayCommand: Command = {
  name: 'replay',
  summary: "run a store's past, orders and labels, through the pipeline and write its scores",
  usage:
    '--in events.jsonl --out scores.csv [--train-every 1d | --no-training] [--report report.json] [--rival FIELD] [--schema FILE] [--strict] [--import --merchant M --mode test|live]',
  details: `--in           JSON lines of orders and labels; any order, they are taken by their "at" (docs/replay.md)
--out          order_id,at,trust_score,raw_score,decision,top_reason
--train-every  how often the score learns from the labels known by then, in the time of the data (1d)
--no-training  the expert scorecard all the way
--report       ranking, recall, lift, calibration, money and what was skipped, as JSON
--rival        where another tool's score stands in the request, e.g. custom_inputs.rival_score; it is compared, not learned from
--schema       what custom inputs are: number, amount, category, identifier or ignore; others are found by type
--strict       refuse the file at the first line that cannot be read, instead of skipping it
--import       leaves the past in a store: orders, profiles, labels; judged by the store's policy, without training
Without --import nothing is stored. Nothing is known before its "at". The same file gives the same bytes.`,
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    'train-every': { type: 'string' },
    'no-training': { type: 'boolean' },
    report: { type: 'string' },
    rival: { type: 'string' },
    schema: { type: 'string' },
    strict: { type: 'boolean' },
    import: { type: 'boolean' },
    merchant: { type: 'string' },
    mode: { type: 'string' },
  },
  async run(given, { note, root, openExisting }) {
    const file = text(given, 'in')
    const out = text(given, 'out')
    const reportFile = optionalText(given, 'report')
    const [rival, trainEveryMs] = [rivalOf(given), trainEveryOf(given)]
    const began = performance.now()
    try {
      const written = await schemaOf(given)
      const past = await importInto(given, openExisting)
      // What the file says counts before what the store declared.
      const schema = { kinds: { ...past?.inputKinds, ...written.kinds } }
      const { policy, maturityDays } = past ?? { maturityDays: 60 }
      const request = { file, out, schema, trainEveryMs, maturityDays, strict: given['strict'] === true }
      const progress = createProgress(note, () => performance.now())
      const prepare = await (past ? past.prepare({ schema, rival }) : preparing(root, { schema, rival }))
      const kept = { ...(past && { keep: past.keep }) }
      const replayed = await replayStream({ ...request, ...(policy && { policy }) }, { prepare, progress, ...kept })
      const imported = await past?.finish()
      noteBroken(replayed, note)
      const report = reportOf(replayed)
      if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`)
      const seconds = (performance.now() - began) / 1_000
      const json = { ...report, ...(imported && { imported }), seconds: Math.round(seconds * 10) / 10 }
      return { json, text: told(report, seconds, out, imported) }
    } catch (error) {
      if (error instanceof RotationUnderWay)
        throw new Refusal('The identifiers of this store are being put under new keys: import when that is done.')
      if (error instanceof SchemaRefused || error instanceof StreamRefused) throw new Refusal(error.message)
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new Refusal(`${file} is not there.`)
      throw error
    }
  },
}

const told = (
  report: ReturnType<typeof reportOf>,
  seconds: number,
  out: string,
  imported: KeptCounts | undefined,
): string => {
  const { stream, outcomes, trainings, cards } = report
  const rows: [string, string][] = [
    ['orders', `${stream.orders}, ${Math.round(stream.orders / seconds)} per second`],
    ['labels', `${stream.labels}${stream.unmatched > 0 ? `, ${stream.unmatched} of orders that were not there` : ''}`],
    ['lines skipped', String(stream.broken)],
    ['outcomes known', `${outcomes.known}, ${outcomes.bad} of them bad`],
    ['trainings', String(trainings.length)],
  ]
  for (const [card, { ranking, ranking_later_half: late }] of Object.entries(cards)) {
    rows.push([`ranking, ${card}`, `AUC ${ranking.auc ?? '-'}, later half ${late.auc ?? '-'}`])
  }
  if (imported) {
    rows.push(['orders in the store', `${imported.orders} new, ${imported.knownOrders} stood there already`])
    rows.push(['labels in the store', `${imported.labels} new`])
  }
  return `${pairs(rows)}\n\nThe scores are in ${out}`
}
