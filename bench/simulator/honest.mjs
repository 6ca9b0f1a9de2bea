import { fillBasket } from './basket.mjs'
import { bankAnswer, orderBody } from './order-body.mjs'
import { cardIn, deviceOf, homeIn, ipIn, mistyped, personIn } from './people.mjs'
import { hostingIps, places } from './places.mjs'

const tiers = [
  [12, 'gold'],
  [4, 'silver'],
  [1, 'basic'],
]

/** Years of custom in short: people come back, move, get a new phone or card, and share them at home. */
export const createCustomers = (store) => {
  const people = []

  const someone = (chance, at) => {
    const person = personIn(chance, chance.weighted(store.countries), at)
    const relative = people.length > 50 && chance.is(0.12) ? people[people.length - 1 - chance.below(50)] : undefined
    if (relative) Object.assign(person, { home: relative.home, ip: relative.ip, country: relative.country })
    if (relative && chance.is(0.4)) person.device = relative.device
    people.push(person)
    if (people.length > 60_000) people.shift()
    return person
  }

  /** Recent customers come back sooner than old ones. */
  const known = (chance) => people[Math.floor(people.length * Math.sqrt(chance.next()))]

  const live = (chance, person) => {
    if (chance.is(0.02)) person.home = homeIn(chance, person.country)
    if (chance.is(0.05)) person.device = deviceOf(chance)
    if (chance.is(0.03)) person.card = cardIn(chance, person.country)
    if (chance.is(0.3)) person.ip = ipIn(chance, person.country)
  }

  const next = (chance, at) => {
    if (people.length < 30 || !chance.is(store.returning)) return someone(chance, at)
    const person = known(chance)
    live(chance, person)
    return person
  }

  return { next, known, people }
}

const abroad = (chance, country) => chance.pick(Object.keys(places).filter((other) => other !== country))

const whereFrom = (chance, person) => {
  if (chance.is(0.03)) return `${chance.pick(hostingIps)}.${chance.below(256)}.${1 + chance.below(254)}`
  if (chance.is(0.06)) return ipIn(chance, abroad(chance, person.country))
  return chance.is(0.25) ? ipIn(chance, person.country) : person.ip
}

export const customOf = (chance, person, { channel, seconds, coupon }) => ({
  loyalty_tier: person.tier,
  coupon,
  basket_age_s: Math.round(seconds),
  channel,
  seller: `s_${Math.floor(60 * chance.next() ** 2)}`,
  pages_seen: 1 + chance.poisson(6),
})

const strongOf = (chance) =>
  chance.weighted({ frictionless: 30, authenticated: 22, challenged: 8, attempted: 6, not_enrolled: 4 })

/** A gift goes elsewhere, a parcel to the office; in a hurry it is express. */
export const honestOrder = (chance, { store, customers, at, disputeRate }) => {
  const person = customers.next(chance, at)
  const seconds = chance.lognormal(person.account ? 420 : 260, 1)
  const method = chance.weighted(store.methods)
  const elsewhere = chance.is(0.13)
  const gift = elsewhere && chance.is(0.6)
  const shipTo = elsewhere
    ? { home: homeIn(chance, chance.is(0.06) ? abroad(chance, person.country) : person.country) }
    : {}
  const friend = gift ? { name: personIn(chance, person.country, at).name } : {}
  const { card } = person
  const payment =
    method === 'card'
      ? bankAnswer(chance, { card, fits: 0.93, refused: 0.04, strong: card.checked ? strongOf(chance) : undefined })
      : {}
  const body = orderBody({
    ...{ store, method, payment },
    person: chance.is(0.012) ? { ...person, email: mistyped(chance, person.email) } : person,
    basket: fillBasket(chance, store),
    shipTo: { ...shipTo, ...friend },
    device: chance.is(0.06) ? deviceOf(chance) : person.device,
    ip: whereFrom(chance, person),
    account: person.account,
    shipping: chance.is(0.14) ? 'Express' : 'Standard',
    custom: customOf(chance, person, {
      ...{ seconds, coupon: chance.is(0.2) },
      channel: chance.weighted({ web: 55, app: 30, search: 15 }),
    }),
  })
  person.orders += 1
  person.tier = tiers.find(([from]) => person.orders >= from)?.[1] ?? 'none'
  return { at, body, truth: outcomeOf(chance, { person, method, disputeRate, amount: body.order.amount }) }
}

/** Some who order never take it in, or say later that it never came: no thieves, and yet the store pays. */
const outcomeOf = (chance, { person, method, amount, disputeRate }) => {
  if (method === 'cod') {
    const fresh = person.orders <= 1
    const reluctance = person.neverHome ? 0.6 : (fresh ? 0.11 : 0.04) * (amount > 12_000 ? 1.6 : 1)
    return chance.is(reluctance) ? 'refusal' : 'good'
  }
  if (method !== 'invoice' && person.disputes && chance.is(disputeRate)) return 'friendly'
  return 'good'
}
