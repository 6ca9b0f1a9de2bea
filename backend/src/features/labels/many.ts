import type { z } from 'zod'
import {
  LabelRequest,
  mostLabelsAtOnce,
  type LabelBatchReply,
  type LabelRefusal,
  type LabelResult,
} from '#contract/labels.ts'
import { AppError } from '../../platform/app-error.ts'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { pointerOf } from '../../platform/http/parse.ts'

type Refusal = z.infer<typeof LabelRefusal>
export type Item =
  { readonly request: LabelRequest; readonly pointer: string } | { readonly refusal: Refusal; readonly pointer: string }

const refusal = (pointer: string, detail: string, code: Refusal['code'] = 'validation_failed'): Refusal => ({
  status: 'refused',
  code,
  detail,
  pointer,
})

/** Reads one item of many. What is wrong with it is its own answer and sinks no other. */
const readItem = (given: unknown, pointer: string): Item => {
  const read = LabelRequest.safeParse(given)
  if (read.success) return { request: read.data, pointer }
  const [issue] = read.error.issues
  const where = `${pointer}${pointerOf(issue?.path ?? [])}`.slice(0, 200)
  return { refusal: refusal(where, (issue?.message ?? 'This item is not valid.').slice(0, 300)), pointer }
}

export const readBatch = (items: readonly unknown[]): readonly Item[] =>
  items.map((item, index) => readItem(item, `/labels/${index}`))

const columns = ['order_id', 'assessment_id', 'label', 'source', 'reason_code', 'occurred_at', 'known_at'] as const

const malformed = (detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer: '', code: 'csv', detail }] })

/** The first line names the columns. An empty cell is a field that was not sent. */
export const readLabelCsv = (text: string): readonly Item[] => {
  const { records, unclosedAt } = readCsv(text)
  if (unclosedAt !== null) throw malformed(`The quote in line ${unclosedAt} is never closed.`)
  const [head, ...rows] = records
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const unknown = names.find((name) => !columns.some((column) => column === name))
  if (unknown !== undefined) throw malformed(`The first line names its columns: ${columns.join(', ')}.`)
  if (!names.includes('label') || rows.length === 0) throw malformed('There is no line with a label.')
  if (rows.length > mostLabelsAtOnce) throw malformed(`At most ${mostLabelsAtOnce} lines at once.`)
  return rows.map(({ line, cells }) => {
    const given = names.map((name, at) => [name, cells[at]?.trim() ?? ''] as const)
    return readItem(Object.fromEntries(given.filter(([, value]) => value !== '')), `/lines/${line}`)
  })
}

const atOnce = 25

/** Labels of one order are told in their order, those of different orders side by side. */
const inTurn = (items: readonly Item[]): readonly (readonly number[])[] => {
  const turns = new Map<string, number[]>()
  items.forEach((item, index) => {
    const name = 'request' in item ? (item.request.order_id ?? item.request.assessment_id ?? '') : `${index}`
    turns.set(name, [...(turns.get(name) ?? []), index])
  })
  return [...turns.values()]
}

const refused = (error: unknown, pointer: string): Refusal => {
  if (!(error instanceof AppError)) throw error
  if (error.code !== 'not_found' && error.code !== 'validation_failed') throw error
  const [problem] = error.options.errors ?? []
  return refusal(`${pointer}${problem?.pointer ?? ''}`, error.options.detail ?? error.message, error.code)
}

/** One answer per item, in their order. A failure of ours fails the whole call; telling it again tells nothing twice. */
export const tellMany = async (
  items: readonly Item[],
  tell: (request: LabelRequest) => Promise<LabelResult>,
): Promise<LabelBatchReply> => {
  const answers: (LabelResult | Refusal)[] = []
  const tellOne = async (index: number): Promise<void> => {
    const item = items[index]
    if (!item) return
    if ('refusal' in item) answers[index] = item.refusal
    else answers[index] = await tell(item.request).catch((error: unknown) => refused(error, item.pointer))
  }
  const waiting = [...inTurn(items)]
  const work = async (): Promise<void> => {
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) for (const index of turn) await tellOne(index)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const count = (status: string) => answers.filter((answer) => answer.status === status).length
  return { data: answers, recorded: count('recorded'), unchanged: count('unchanged'), refused: count('refused') }
}
