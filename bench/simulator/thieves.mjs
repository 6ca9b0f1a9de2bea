import { fillBasket } from './basket.mjs'
import { customOf } from './honest.mjs'
import { bankAnswer, orderBody } from './order-body.mjs'
import { cardIn, deviceOf, disposable, emailOf, homeIn, ipIn, personIn } from './people.mjs'
import { firstNames, hostingIps, lastNames, places } from './places.mjs'
import { nightHours } from './stores.mjs'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Cards of these banks leak late in the story: the drift that no card knows. A few honest people carry them too. */
export const leakedBins = ['533811', '412904', '488031']

const atNight = (chance, day) => day + Number(chance.weighted({ ...nightHours })) * hourMs + chance.below(hourMs)
const elsewhere = (chance, country) => chance.pick(Object.keys(places).filter((other) => other !== country))
const hidden = (chance, country, care) =>
  chance.is(0.35 * (1 - care))
    ? `${chance.pick(hostingIps)}.${chance.below(256)}.${1 + chance.below(254)}`
    : ipIn(chance, chance.is(0.3 * (1 - care)) ? elsewhere(chance, country) : country)

/** A bought identity. Care is what they have learned: from 0, anything goes, to 1, everything fits. */
const stolenIdentity = (chance, { store, care, drifted }, at) => {
  const country = chance.weighted(store.countries)
  const person = personIn(chance, country, at)
  const sloppy = chance.next() * (0.4 + care)
  if (sloppy < 0.1) person.email = disposable(chance)
  else if (sloppy < 0.28) person.email = `${chance.word(9)}${chance.below(1000)}@gmail.com`
  if (chance.is(0.75)) person.account = null
  person.card = { ...cardIn(chance, country), checked: chance.is(0.25) }
  if (drifted && chance.is(0.45)) person.card.bin = chance.pick(leakedBins)
  return person
}

const attack = (chance, world, { at, person, truth, ...more }) => {
  const { store, care } = world
  const settings = { fits: 0.62 + 0.28 * care, refused: 0.22, express: 0.38 - 0.2 * care, ...more }
  const method = settings.method ?? chance.weighted({ card: 78, paypal: 8, wallet: 14 })
  const strong = person.card.checked
    ? chance.weighted({ frictionless: 8, attempted: 8, failed: 3, authenticated: 2 })
    : undefined
  const payment = method === 'card' ? bankAnswer(chance, { card: person.card, strong, ...settings }) : {}
  const carded = settings.coupon ?? chance.is(0.2)
  const body = orderBody({
    ...{ store, method, payment, person },
    basket: settings.basket ?? fillBasket(chance, store, { resale: 0.35, atMost: settings.atMost, lines: 1.2 }),
    shipTo: settings.shipTo ?? {},
    device: settings.device ?? person.device,
    ip: settings.ip ?? person.ip,
    account: person.account,
    shipping: chance.is(settings.express) ? 'Express' : 'Standard',
    custom: customOf(chance, person, {
      seconds: settings.seconds ?? chance.lognormal(190, 1.1),
      coupon: carded,
      channel: chance.weighted(world.drifted ? { web: 30, app: 60, search: 10 } : { web: 62, app: 20, search: 18 }),
    }),
  })
  return { at, body, truth }
}

/** Those who know where a review begins stay below what is unusual. */
const ceilingOf = (chance, { care, usual }) => (chance.is(care) ? usual : Infinity)

const stolenCards = (chance, world, day) => {
  const first = stolenIdentity(chance, world, day)
  const device = deviceOf(chance)
  const drop = homeIn(chance, first.country)
  return Array.from({ length: 1 + chance.below(3) }, (_, index) => {
    const person = index === 0 || chance.is(0.5) ? first : stolenIdentity(chance, world, day)
    const at = atNight(chance, day) + index * chance.below(2 * dayMs)
    // The first planted interaction: a coupon on gift cards. Either alone is what honest people do.
    const trick = chance.is(0.18)
    return attack(chance, world, {
      ...{ at, person, truth: 'stolen_card' },
      device: chance.is(0.6) ? device : deviceOf(chance),
      ip: hidden(chance, person.country, world.care),
      shipTo: chance.is(0.55 - 0.3 * world.care) ? { home: drop } : {},
      atMost: ceilingOf(chance, world),
      ...(trick ? { coupon: true, basket: fillBasket(chance, world.store, { only: 'gift_cards', lines: 1 }) } : {}),
    })
  })
}

const cardTesting = (chance, world, day) => {
  const start = atNight(chance, day)
  const ip = hidden(chance, 'DE', world.care)
  const device = deviceOf(chance)
  const size = 6 + chance.below(20)
  return Array.from({ length: size }, (_, index) => {
    const person = stolenIdentity(chance, world, day)
    return attack(chance, world, {
      ...{ person, truth: 'card_testing', method: 'card' },
      at: start + index * chance.below(4 * 60_000),
      device: chance.is(0.8 - 0.3 * world.care) ? device : deviceOf(chance),
      ip: chance.is(0.7) ? ip : hidden(chance, 'DE', world.care),
      basket: fillBasket(chance, world.store, { atMost: 1999, lines: 1 }),
      seconds: chance.lognormal(45, 0.5),
      refused: 0.6,
    })
  })
}

const takeover = (chance, world, day) => {
  const victim = world.customers.people.length > 0 ? world.customers.known(chance) : personIn(chance, 'DE', day)
  const device = deviceOf(chance)
  const drop = homeIn(chance, victim.country)
  // The second planted interaction: an old account that is in a hurry. Guests in a hurry are ordinary.
  const hurried = chance.is(0.6)
  return Array.from({ length: 1 + chance.below(2) }, () =>
    attack(chance, world, {
      ...{ person: victim, truth: 'takeover', at: atNight(chance, day), device },
      ip: hidden(chance, victim.country, world.care),
      shipTo: chance.is(0.7) ? { home: drop } : {},
      ...{ fits: 0.9, refused: 0.06, atMost: ceilingOf(chance, world) },
      ...(hurried ? { seconds: chance.lognormal(40, 0.4) } : {}),
    }),
  )
}

/** One parcel locker, many names. */
const ring = (chance, world, day) => {
  const country = chance.weighted(world.store.countries)
  const drops = [homeIn(chance, country), homeIn(chance, country)]
  const devices = [deviceOf(chance), deviceOf(chance), deviceOf(chance)]
  const cards = Array.from({ length: 4 }, () => cardIn(chance, country))
  return Array.from({ length: 5 + chance.below(12) }, () => {
    const person = { ...stolenIdentity(chance, world, day), country, home: chance.pick(drops) }
    if (chance.is(0.5)) person.card = chance.pick(cards)
    return attack(chance, world, {
      ...{ person, truth: 'ring', at: atNight(chance, day) + chance.below(8 * dayMs) },
      device: chance.is(0.6) ? chance.pick(devices) : deviceOf(chance),
      ip: hidden(chance, country, world.care),
      atMost: ceilingOf(chance, world),
    })
  })
}

/** Sold on a marketplace to somebody honest, bought here with somebody else's card. */
const triangulation = (chance, world, day) => {
  const payer = stolenIdentity(chance, world, day)
  const seller = { email: emailOf(chance, chance.pick(firstNames), chance.pick(lastNames)), device: deviceOf(chance) }
  const wanted = world.store.categories.filter(({ resale }) => resale > 1)
  const only = chance.pick(wanted).name
  return Array.from({ length: 2 + chance.below(5) }, () => {
    const buyer = personIn(chance, payer.country, day)
    const person = { ...payer, card: chance.is(0.5) ? payer.card : stolenIdentity(chance, world, day).card }
    return attack(chance, world, {
      person: { ...person, email: chance.is(0.4) ? seller.email : emailOf(chance, ...payer.name.split(' ')) },
      ...{ truth: 'triangulation', at: atNight(chance, day) + chance.below(6 * dayMs) },
      device: chance.is(0.4) ? seller.device : deviceOf(chance),
      ip: hidden(chance, payer.country, world.care),
      shipTo: { name: buyer.name, home: buyer.home },
      basket: fillBasket(chance, world.store, { only, lines: 1, atMost: ceilingOf(chance, world) }),
    })
  })
}

const kinds = { stolenCards, cardTesting, takeover, ring, triangulation }
/** Episodes, not orders: a test of cards is one of them and twenty of the other. */
const episodes = { stolenCards: 46, cardTesting: 3, takeover: 22, ring: 4, triangulation: 9 }

/** What somebody starts on this day, spread over the days after it. */
export const startEpisode = (chance, world, day) => kinds[chance.weighted(episodes)](chance, world, day)
