import { labelNames, type LabelName } from '#contract/labels.ts'
import { orderEventTypes, type OrderEventType } from '#contract/order-events.ts'

/** One line of a store's past. Orders keep their request unparsed: that is the pipeline's own business. */
export type StreamLine =
  | { readonly type: 'order'; readonly at: number; readonly request: unknown }
  | {
      readonly type: 'label'
      readonly at: number
      readonly orderId: string
      readonly label: LabelName
      readonly reasonCode: string | null
    }
  | { readonly type: 'event'; readonly at: number; readonly orderId: string; readonly event: OrderEventType }

/** What is wrong with a line, in words for the one who made the file. Repeats nothing of its content. */
export class BrokenLine extends Error {
  override readonly name = 'BrokenLine'
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

const day = /^\d{4}-\d{2}-\d{2}$/
const timeOfDay = /^\d{2}:\d{2}[\d:.]*$/
const offset = /Z$|[+-]\d{2}:?\d{2}$/

/** Without an offset it is UTC: a file must not mean something else on another machine. */
export const timeOf = (value: unknown): number => {
  const text = typeof value === 'string' ? value : ''
  const [date, time] = [text.slice(0, 10), text.slice(11)]
  const zone = offset.exec(time)?.[0] ?? ''
  const clock = time.slice(0, time.length - zone.length)
  const isBare = text.length === 10
  if (!day.test(date) || !(isBare || (/[T ]/.test(text.charAt(10)) && timeOfDay.test(clock))))
    throw new BrokenLine('"at" is not a time such as 2026-03-01T09:30:00Z')
  const at = Date.parse(isBare ? date : `${date}T${clock}${zone === '' ? 'Z' : zone}`)
  if (!Number.isFinite(at)) throw new BrokenLine('"at" is a time that does not exist')
  return at
}

const orderIdOf = ({ order_id: id }: Plain): string => {
  if (typeof id === 'string' && id !== '') return id
  throw new BrokenLine('"order_id" is missing')
}

const oneOf = <Name extends string>(names: readonly Name[], value: unknown, field: string): Name => {
  const name = names.find((candidate) => candidate === value)
  if (name === undefined) throw new BrokenLine(`"${field}" is none of ${names.join(', ')}`)
  return name
}

const labelOf = (line: Plain, at: number): StreamLine => {
  const { reason_code: code } = line
  return {
    type: 'label',
    at,
    orderId: orderIdOf(line),
    label: oneOf(labelNames, line['label'], 'label'),
    reasonCode: typeof code === 'string' && code !== '' ? code.slice(0, 40) : null,
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new BrokenLine('no JSON')
  }
}

export const parseLine = (text: string): StreamLine => {
  const line = parseJson(text)
  if (!isPlain(line)) throw new BrokenLine('no JSON object')
  const at = timeOf(line['at'])
  switch (line['type']) {
    case 'order':
      if (!isPlain(line['request'])) throw new BrokenLine('"request" is missing')
      return { type: 'order', at, request: line['request'] }
    case 'label':
      return labelOf(line, at)
    case 'event':
      return { type: 'event', at, orderId: orderIdOf(line), event: oneOf(orderEventTypes, line['event'], 'event') }
    default:
      throw new BrokenLine('"type" is none of order, label, event')
  }
}

const quickTime = /^\{"type":"(order|label|event)","at":"([^"\\]{10,40})"/
const ranks = { order: 0, event: 1, label: 2 } as const

/**
 * When a line happened, without reading all of it where it begins as most do. At the same instant orders come first, so
 * that what is told of an order at once finds it.
 */
export const placeOf = (text: string): { readonly at: number; readonly rank: number } => {
  const [, quickType, quickAt] = quickTime.exec(text) ?? []
  if (quickAt !== undefined) return { at: timeOf(quickAt), rank: ranks[quickType as keyof typeof ranks] }
  const { at, type } = parseLine(text)
  return { at, rank: ranks[type] }
}
