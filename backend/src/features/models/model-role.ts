import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import { answerOf } from '../../scoring/learning/answered-tables.ts'
import { policyIn } from '../../scoring/policy-in.ts'
import type { Policy } from '../../scoring/policy.ts'
import { isSigned, longestQuestionMs, signatureHeader } from './wire.ts'

export interface ModelRoleDeps {
  readonly clock: Clock
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  readonly policyAt: (merchantId: string, revision: string) => Promise<Policy | undefined>
}

const Question = z.object({
  merchant_id: z.string().max(60),
  mode: z.enum(['test', 'live']),
  card: z.enum(['standard', 'cod']),
  revision: z.string().max(40),
  values: z.array(z.union([z.number(), z.boolean(), z.string(), z.null()])).max(1_000),
  custom: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  at: z.number(),
})

const mostBytes = 128_000
const mostPolicies = 1_000

const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = chunk as Buffer
    bytes += part.length
    if (bytes > mostBytes) return null
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const parse = (body: string): z.infer<typeof Question> | null => {
  try {
    return Question.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

/** Role `model`: looks up what the learned tables of a policy revision add to one order's evidence. */
export const createModelRole = ({ clock, storeKeys, policyAt }: ModelRoleDeps) => {
  // A revision never changes, so what was read once is good for ever.
  const known = new Map<string, Policy>()
  const policyOf = async (merchantId: string, revision: string): Promise<Policy | undefined> => {
    const name = `${merchantId}/${revision}`
    const held = known.get(name)
    if (held) return held
    const read = await policyAt(merchantId, revision)
    if (known.size >= mostPolicies) known.clear()
    if (read) known.set(name, read)
    return read
  }

  const answer = async (body: string | null, signature: string): Promise<{ status: number; value?: unknown }> => {
    const question = body === null ? null : parse(body)
    if (body === null || !question) return { status: 400 }
    const keys = await storeKeys(question.merchant_id).catch(() => null)
    const isOld = Math.abs(clock() - question.at) > longestQuestionMs
    if (!keys || isOld || !isSigned(keys, body, signature)) return { status: 401 }
    const policy = await policyOf(question.merchant_id, question.revision)
    const tables = policy && policyIn(policy, question.mode).cards[question.card].tables
    return tables ? { status: 200, value: answerOf(tables, question.values, question.custom) } : { status: 404 }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signature = request.headers[signatureHeader]
    const given = typeof signature === 'string' ? signature : ''
    const { status, value } = await readBody(request)
      .then((body) => answer(body, given))
      .catch(() => ({ status: 503, value: undefined }))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value ?? {}))
  }
}
export type ModelRole = ReturnType<typeof createModelRole>
