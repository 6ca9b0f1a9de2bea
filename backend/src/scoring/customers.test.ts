import { judge, type Judgement, noExtras } from './judge.ts'
import { measure } from './measure.ts'
import { defaultPolicy } from './policy.ts'
import { worlds } from './testing/worlds.ts'

const verdictOf = (who: keyof typeof worlds): Judgement => judge(measure(worlds[who]).values, defaultPolicy, noExtras)

test.each([
  ['a good customer on the first visit', 'low', 'approve'],
  ['a good customer who comes back', 'low', 'approve'],
  ['a stolen card', 'critical', 'decline'],
  ['a ring that has just begun', 'medium', 'approve'],
  ['a ring of accounts on one device', 'high', 'review'],
  ['a bot', 'critical', 'decline'],
] as const)('%s', (who, risk_level, decision) => {
  const verdict = verdictOf(who)
  // The reasons stand beside the level, so that a failure explains itself.
  const why = verdict.reasons.map(({ code, points }) => `${points} ${code}`)
  expect({ ...verdict, why }).toMatchObject({ risk_level, decision, why })
})

test('the three bad ones are told apart by their strongest reason', () => {
  const strongest = (['a stolen card', 'a ring of accounts on one device', 'a bot'] as const).map(
    (who) => verdictOf(who).reasons[0]?.code,
  )
  expect(strongest).toEqual(['THREE_D_SECURE_FAILED', 'DEVICE_MANY_EMAILS_24H', 'AUTOMATION_HINTS'])
})
