import { agents, disposableMail, firstNames, freeMail, lastNames, mistypedMail, places, streets } from './places.mjs'

export const emailOf = (chance, first, last) => {
  const style = chance.next()
  const digits = chance.is(0.35) ? String(chance.is(0.5) ? chance.below(100) : 1955 + chance.below(55)) : ''
  const local =
    style < 0.45
      ? `${first}.${last}`
      : style < 0.65
        ? `${first[0]}${last}`
        : style < 0.85
          ? `${chance.word(4)}${first}`
          : chance.word(7)
  const domain = chance.is(0.12) ? `${last}-${chance.word(3)}.de` : chance.pick(freeMail)
  return `${local}${digits}@${domain}`.toLowerCase()
}

/** One slip of the finger: the next order is right again. */
export const mistyped = (chance, email) => `${email.split('@')[0]}@${chance.pick(mistypedMail)}`
export const disposable = (chance) => `${chance.word(8)}@${chance.pick(disposableMail)}`

export const homeIn = (chance, country) => {
  const [city, postal] = chance.pick(places[country].cities)
  return { address: `${chance.pick(streets)} ${1 + chance.below(140)}`, city, postal, country }
}

export const ipIn = (chance, country) =>
  `${chance.pick(places[country].ips)}.${chance.below(256)}.${1 + chance.below(254)}`
export const cardIn = (chance, country) => ({
  token: `pm_${chance.word(14)}`,
  bin: chance.pick(places[country].bins),
  checked: chance.is(0.62),
})
export const deviceOf = (chance) => ({ id: `dev_${chance.word(12)}`, agent: chance.pick(agents) })

export const personIn = (chance, country, at) => {
  const [first, last] = [chance.pick(firstNames), chance.pick(lastNames)]
  return {
    name: `${first} ${last}`,
    country,
    email: emailOf(chance, first, last),
    phone: `${places[country].dial}${1 + chance.below(9)}${String(chance.below(1e7)).padStart(7, '0')}`,
    home: homeIn(chance, country),
    device: deviceOf(chance),
    ip: ipIn(chance, country),
    card: cardIn(chance, country),
    account: chance.is(0.6) ? { id: `c_${chance.word(10)}`, since: at } : null,
    tier: 'none',
    orders: 0,
    thrift: chance.lognormal(1, 0.3),
    neverHome: chance.is(0.06),
    disputes: chance.is(0.012),
  }
}
