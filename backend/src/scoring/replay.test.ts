import { decidedOf, digest } from './digest.ts'
import { engineVersion } from './engine-version.ts'
import { judge, noExtras } from './judge.ts'
import { measure } from './measure.ts'
import { defaultPolicy } from './policy.ts'
import { replay, type StoredVerdict } from './replay.ts'
import { contextOf, plainEmail } from './testing/contexts.ts'
import { policyWith } from './testing/policies.ts'

const context = contextOf({ order: { sameAddress: true, email: { ...plainEmail, disposable: true } }, session: {} })
const extras = noExtras
const { values } = measure(context)
const decided = decidedOf(judge(values, defaultPolicy, extras), [{ code: 'INPUT_UNKNOWN', pointer: '/foo' }])
const stored: StoredVerdict = {
  engine: '1.0.0',
  digest: digest(decided),
  decided,
  values,
  policy: defaultPolicy,
  extras,
}

test('the same evidence under the same policy gives the same verdict, also after a trip through JSON', () => {
  expect(replay(JSON.parse(JSON.stringify(stored)) as StoredVerdict)).toEqual({
    match: true,
    digest_stored: stored.digest,
    digest_replayed: stored.digest,
    engine_stored: '1.0.0',
    engine: engineVersion,
    differences: [],
  })
})

test('a verdict that was changed in the database shows where', () => {
  const changed = { ...stored, decided: { ...decided, trust_score: 99, reasons: decided.reasons.slice(1) } }
  const { match, differences } = replay(changed)
  expect(match).toBe(false)
  expect(differences).toContainEqual({ pointer: '/trust_score', stored: 99, replayed: decided.trust_score })
  expect(differences.map(({ pointer }) => pointer)).toContain('/reasons/0/code')
})

test('another policy shows as another digest', () => {
  const { match, digest_replayed } = replay({ ...stored, policy: policyWith({ base: 60 }) })
  expect(match).toBe(false)
  expect(digest_replayed).not.toBe(stored.digest)
})

test('evidence of an older, shorter registry is read as it was', () => {
  const trimmed = [...values]
  while (trimmed.at(-1) === null) trimmed.pop()
  expect(replay({ ...stored, values: trimmed }).match).toBe(true)
})
