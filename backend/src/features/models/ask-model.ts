import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { z } from 'zod'
import { BreakerOpen, createBreaker } from '../../platform/circuit-breaker.ts'
import type { Clock } from '../../platform/clock.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { ModelAnswer } from '../../scoring/learning/answered-tables.ts'
import type { Tenant } from './deps.ts'
import { modelPath, signatureHeader, signQuestion, type ModelQuestion } from './wire.ts'

/** A lookup takes a millisecond; what takes longer than this is not waited for. */
const patienceMs = 150
const breaking = { failures: 5, restMs: 500, mostRestMs: 2_000 }

const Answer = z.object({
  id: z.string(),
  hash: z.string(),
  scale: z.number(),
  points: z.record(z.string(), z.number()),
  custom: z.record(z.string(), z.number()),
})

/** late: not within patience. broken: no answer, or none that can be used. off: not asked, it failed just before. */
export type ModelCause = 'model_late' | 'model_broken' | 'model_off'

type Ask = (
  tenant: Tenant,
  question: Pick<ModelQuestion, 'card' | 'revision' | 'values' | 'custom'>,
) => Promise<ModelAnswer | { readonly cause: ModelCause }>

class Late extends Error {}

const createPost = (url: URL) => {
  const isTls = url.protocol === 'https:'
  const agent = isTls ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const send = isTls ? httpsRequest : httpRequest
  return (body: string, signature: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        [signatureHeader]: signature,
      }
      const call = send(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          clearTimeout(late)
          if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'))
          else reject(new Error(`role model answered ${response.statusCode}`))
        })
      })
      // A turn for what has arrived already: where this process was busy, the answer is not late.
      const late = setTimeout(() => {
        setImmediate(() => setImmediate(() => call.destroy(new Late())))
      }, patienceMs)
      call.on('error', (error) => {
        clearTimeout(late)
        reject(error)
      })
      call.end(body)
    })
}

const causeOf = (error: unknown): ModelCause => {
  if (error instanceof BreakerOpen) return 'model_off'
  return error instanceof Late ? 'model_late' : 'model_broken'
}

export interface AskModelDeps {
  /** Where role model is reached. */
  readonly url: string
  readonly clock: Clock
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
}

/** Asks role model behind a circuit breaker. Never throws and never waits long: a score does not depend on it. */
export const createAskModel = ({ url, clock, storeKeys }: AskModelDeps): Ask => {
  const post = createPost(new URL(modelPath, url))
  // Its own clock: rests are real time, also where receipt times are not.
  const breaker = createBreaker({ clock: () => performance.now(), ...breaking })
  return async ({ merchantId, mode }, { card, revision, values, custom }) => {
    const question: ModelQuestion = { merchant_id: merchantId, mode, card, revision, values, custom, at: clock() }
    const body = JSON.stringify(question)
    try {
      const signature = signQuestion(await storeKeys(merchantId), body)
      return await breaker.run(async () => Answer.parse(JSON.parse(await post(body, signature))))
    } catch (error) {
      return { cause: causeOf(error) }
    }
  }
}
