import { identifierKinds } from '#contract/identifier.ts'
import type { Warning } from '#contract/assessment.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import { contentDigest, orderRefOf, parseRequest, type Derive } from '../assessments/service.ts'
import type { InputSchema } from './input-schema.ts'
import { BrokenLine, parseLine, type StreamLine } from './stream-line.ts'

/** What a store keeps of an order beside its facts. */
export interface KeptParts {
  readonly warnings: readonly Warning[]
  readonly normaliser: number
  readonly contentDigest: string
}

/** An order without anything raw: what a recorded one is in the database. */
export interface PreparedOrder {
  readonly type: 'order'
  readonly number: number
  readonly at: number
  readonly orderId: string
  readonly orderRef: string
  readonly facts: OrderFacts
  readonly identifiers: Identifiers
  /** The other tool's score of this order, higher is riskier. */
  readonly rival: number | null
  /** Only where the order is to be kept in a store. */
  readonly kept?: KeptParts
}
export type PreparedTold = Exclude<StreamLine, { type: 'order' }> & {
  readonly number: number
  readonly orderRef: string
}
export interface BrokenPrepared {
  readonly type: 'broken'
  readonly number: number
  readonly problem: string
}
export type Prepared = PreparedOrder | PreparedTold | BrokenPrepared

export interface PrepareSettings {
  readonly schema: InputSchema
  /** A path such as custom_inputs.rival_score. It is taken out of the request: no score may learn from another one. */
  readonly rival: readonly string[] | null
  readonly keep?: boolean
}

type Body = Record<string, unknown>
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

const taken = (request: unknown, path: readonly string[]): number | null => {
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (isBody(at) ? at[name] : undefined), request)
  const name = path.at(-1)
  if (!isBody(parent) || name === undefined) return null
  const value = parent[name]
  Reflect.deleteProperty(parent, name)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

const problemOf = (error: unknown): string => {
  if (error instanceof BrokenLine) return error.message
  if (!(error instanceof AppError)) throw error
  const [first] = error.options.errors ?? []
  const what = error.code === 'card_number_refused' ? 'holds a card number' : (first?.detail ?? error.message)
  return first ? `request${first.pointer}: ${what}` : what
}

const mostRemembered = 20_000
const longestRemembered = 40

/** Categories come again with every order; a keyed hash of each is computed once. */
const remembering = (keys: StoreKeys): StoreKeys => {
  const known = new Map<string, string>()
  return {
    ...keys,
    digest: (purpose, text) => {
      if (text.length > longestRemembered) return keys.digest(purpose, text)
      const name = `${purpose} ${text}`
      const digest = known.get(name) ?? keys.digest(purpose, text)
      if (known.size >= mostRemembered) known.clear()
      known.set(name, digest)
      return digest
    },
  }
}

/** Hints are for people who look at a store. */
const withoutHints = (identifiers: Identifiers): Identifiers => {
  const bare: Identifiers = {}
  for (const kind of identifierKinds) {
    const identifier = identifiers[kind]
    if (identifier) bare[kind] = { id: identifier.id, hint: null, flagged: identifier.flagged }
  }
  if (identifiers.own) bare.own = identifiers.own
  return bare
}

/** The same reading and deriving as for an order that comes over the wire. */
export const createPrepare = (derive: Derive, storeKeys: StoreKeys, { schema, rival, keep }: PrepareSettings) => {
  const keys = remembering(storeKeys)
  const asOrder = (request: unknown, at: number, number: number): PreparedOrder => {
    const rivalScore = rival ? taken(request, rival) : null
    const { request: parsed, warnings } = parseRequest(request, at)
    const derived = derive(keys, parsed, at, { inputKinds: schema.kinds })
    return {
      type: 'order',
      ...{ number, at, rival: rivalScore },
      orderId: parsed.order.id,
      orderRef: orderRefOf(keys, parsed.order.id),
      facts: derived.facts,
      identifiers: keep === true ? derived.identifiers : withoutHints(derived.identifiers),
      ...(keep === true && {
        kept: { warnings, normaliser: derived.normaliser, contentDigest: contentDigest(keys, parsed) },
      }),
    }
  }

  return (number: number, text: string): Prepared => {
    try {
      const line = parseLine(text)
      if (line.type === 'order') return asOrder(line.request, line.at, number)
      return { ...line, number, orderRef: orderRefOf(keys, line.orderId) }
    } catch (error) {
      return { type: 'broken', number, problem: problemOf(error) }
    }
  }
}
export type Prepare = ReturnType<typeof createPrepare>
