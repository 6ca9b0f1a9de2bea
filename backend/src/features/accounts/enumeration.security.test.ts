import { createAccounts, type AccountService } from './service.ts'
import { callConsole } from '../../testing/console.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { operator } from '../audit/service.ts'

jest.setTimeout(180_000)

const tries = 200
const known = 'known@shop.example'
const visitor = { ip: '203.0.113.7', country: null, client: null, device: undefined }

let house: TestHouse
let accounts: AccountService

beforeAll(async () => {
  house = await openTestHouse()
  const { foundation, config, clock } = house
  // A cheap hash: with the real one its 30 ms would hide what this looks for.
  const passwordCost = { memoryCost: 1024, timeCost: 2, parallelism: 1 }
  accounts = createAccounts({
    ...foundation,
    clock,
    settings: config,
    placeOf: foundation.places.of,
    joinedTo: foundation.places.joinedTo,
    passwordCost,
  })
  const { organizationId } = await house.createMerchant()
  await accounts.createPerson(operator, {
    ...{ organizationId, email: known, name: 'Ines', role: 'owner', password: 'a quiet harbour 7' },
  })
  // Its hash is made again at this cost.
  await accounts.signIn({ email: known, password: 'a quiet harbour 7' }, visitor)
})
afterAll(() => house.remove())

const timed = async (what: () => Promise<unknown>): Promise<number> => {
  const from = process.hrtime.bigint()
  await what().catch(() => undefined)
  return Number(process.hrtime.bigint() - from) / 1e6
}

interface Samples {
  readonly known: number[]
  readonly unknown: number[]
}

/** One of each in turn, the order drawn: whatever else the machine does falls on both alike. */
const sample = async (call: (email: string) => Promise<unknown>): Promise<Samples> => {
  const samples: Samples = { known: [], unknown: [] }
  for (let at = -20; at < tries; at += 1) {
    const kinds = Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of kinds) {
      const ms = await timed(() => call(kind === 'known' ? known : `nobody-${at}@shop.example`))
      // The first ones warm up.
      if (at >= 0) samples[kind].push(ms)
    }
  }
  return samples
}

const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9]
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(share * values.length)] ?? 0

/** How often a known address takes longer than an unknown one: a half when nobody can tell them apart. */
const separation = ({ known: one, unknown: other }: Samples): number => {
  const wins = one.reduce((sum, a) => sum + other.reduce((won, b) => won + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0)
  return wins / (one.length * other.length)
}

const told = (name: string, samples: Samples): void => {
  const row = (values: readonly number[]) => quantiles.map((share) => quantile(values, share).toFixed(2)).join(' ')
  process.stdout.write(
    `${name}: ms at 10 25 50 75 90 %: known ${row(samples.known)}, unknown ${row(samples.unknown)}, separation ${separation(samples).toFixed(3)}\n`,
  )
}

/**
 * Of 200 and 200 samples of one distribution, the separation strays from a half by 0.029 (Mann-Whitney, one sigma): five
 * sigma is what a difference must pass. Quantiles may lie apart by as much as the middle half of the samples is wide.
 */
const mostSeparated = 0.145

const looksAlike = (samples: Samples): boolean => {
  const width = quantile(samples.unknown, 0.75) - quantile(samples.unknown, 0.25)
  const apart = quantiles.map((share) => Math.abs(quantile(samples.known, share) - quantile(samples.unknown, share)))
  return Math.abs(separation(samples) - 0.5) < mostSeparated && Math.max(...apart.slice(1, 4)) <= Math.max(width, 0.2)
}

/** A difference that is there shows every time; one that the machine made, while it did something else, does not. */
const tellsApart = async (name: string, call: (email: string) => Promise<unknown>): Promise<boolean> => {
  for (let turn = 0; turn < 3; turn += 1) {
    const samples = await sample(call)
    told(name, samples)
    if (looksAlike(samples)) return false
  }
  return true
}

const signIn = (email: string) => accounts.signIn({ email, password: 'not the password 1' }, visitor)

test.each([
  ['sign-in', signIn],
  ['sign-up', (email: string) => accounts.byMail.signUp({ email, name: 'Eve', organization: 'Eve' })],
  ['reset', (email: string) => accounts.byMail.forgot(email)],
  ['resend', (email: string) => accounts.byMail.resend(email)],
])('the time of %s does not tell whether there is an account', async (name, call) => {
  expect(await tellsApart(name, call)).toBe(false)
})

test('the measurement would notice: without a hash for nobody, it tells them apart', async () => {
  expect(await tellsApart('leaking', (email) => (email === known ? signIn(email) : Promise.resolve()))).toBe(true)
})

test.each([
  ['/sign-up', { name: 'Eve', organization: 'Eve' }],
  ['/sign-up/resend', {}],
  ['/password/forgot', {}],
])('%s answers both alike, byte for byte', async (path, more) => {
  const answers = await Promise.all(
    [known, 'nobody@shop.example'].map((email) =>
      callConsole(house, { method: 'post', path, body: { ...more, email } }),
    ),
  )
  const [one, other] = answers.map(({ status, text, headers }) => ({
    status,
    text,
    names: Object.keys(headers).sort(),
  }))
  expect(one).toEqual(other)
})
