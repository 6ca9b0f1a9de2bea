import { KeySecrets, type NewKey } from '#contract/console.ts'
import type { KeySet } from '../features/merchants/service.ts'
import type { SignedIn } from './console.ts'
import { anOrder, send, type TestHouse } from './house.ts'

interface Trial {
  readonly house: () => TestHouse
  readonly person: () => SignedIn
  /** Of the store whose keys are tried. */
  readonly keys: (path?: string) => string
  readonly now: () => number
}

/** `done`, or the code of the refusal. */
export const told = ({ status, body }: { readonly status: number; readonly body: unknown }) =>
  status < 300 ? 'done' : (body as { readonly code: string }).code

/** Makes keys as a person does, and asks with them as a store does. */
export const createKeyTrial = ({ house, person, keys, now }: Trial) => ({
  make: async (wanted: NewKey) => {
    const made = KeySecrets.parse((await person().post(keys(), wanted)).body)
    const set = { publishableKey: '', secretKey: made.secret_key ?? '', signingSecret: made.signing_secret ?? '' }
    return { id: made.id, set }
  },
  score: async (used: KeySet, headers: Readonly<Record<string, string>> = {}) =>
    told(await send(house(), { path: '/v1/assessments', body: anOrder(), keys: used, now: now(), headers })),
  read: async (used: KeySet) => told(await send(house(), { method: 'GET', path: '/v1/assessments', keys: used })),
})
