import { defaultPolicy } from './policy.ts'
import { adaptPolicy } from './stored-policy.ts'

test('a policy of the former shape decides every order by its one card', () => {
  const former = { revision: 'pol_3', base: 64, thresholds: { review: 50, decline: 10 }, off: ['ip.hosting'] }
  const card = { base: 64, thresholds: { review: 50, decline: 10 }, tables: null, model: null }
  expect(adaptPolicy(former)).toEqual({
    ...defaultPolicy,
    revision: 'pol_3',
    off: ['ip.hosting'],
    cards: { standard: card, cod: card },
  })
})

test('a policy of this shape is read as it is; what a later release adds starts at its default', () => {
  const stored = JSON.parse(JSON.stringify({ ...defaultPolicy, plan: 'shadow' })) as typeof defaultPolicy
  expect(adaptPolicy(stored)).toEqual({ ...defaultPolicy, plan: 'shadow' })
  expect(adaptPolicy({ revision: 'pol_2', cards: defaultPolicy.cards })).toEqual({
    ...defaultPolicy,
    revision: 'pol_2',
  })
})
