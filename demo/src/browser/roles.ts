import { between, nameOf, noise, pick, someHome, somebody, somePhone, weeksAgo, type Home } from './people.ts'

/** One order, as its shopper will type it, and the world in which they do. Field names are those of the form. */
export interface Step {
  readonly fields: Readonly<Record<string, string>>
  readonly world: {
    readonly ip: string
    readonly machine: string
    readonly timeZone: string
    readonly languages: readonly string[]
    readonly driven: boolean
    readonly account: { readonly id: string; readonly since: string } | null
  }
  /** From opening the page to the order. */
  readonly paceMs: number
}

export interface Role {
  readonly label: string
  readonly about: string
  readonly plan: () => readonly Step[]
}

/** A person at home types for a while; practised hands paste; a tool needs no time. */
const pace = { person: 11_500, practised: 3_500, tool: 0 } as const

const german = { timeZone: 'Europe/Berlin', languages: ['de-DE', 'de', 'en'] }
const machine = (): string => noise(16)
/** Home lines of a German provider; servers for rent; lines abroad. What the offline tables know of them decides. */
const homeLine = (): string => `87.150.${between(0, 250)}.${between(1, 250)}`
const rentedServer = (): string => `159.89.${between(0, 30)}.${between(1, 250)}`
const lineAbroad = (): string => `146.70.${between(0, 60)}.${between(1, 250)}`

const billed = (name: string, { address, postal, city }: Home) => ({ name, address, postal, city, country: 'DE' })
const shipped = (name: string, { address, postal, city }: Home, country: string) => ({
  ship_name: name,
  ship_address: address,
  ship_postal: postal,
  ship_city: city,
  ship_country: country,
})

const loyal = (): readonly Step[] => {
  const person = somebody()
  const email = `${person.first}.${person.last}${between(1, 99)}@gmail.com`.toLowerCase()
  const account = { id: `c-${noise(10)}`, since: weeksAgo(between(60, 200)) }
  return [
    {
      fields: {
        email,
        phone: somePhone(),
        ...billed(nameOf(person), someHome()),
        card: 'visa-4242',
        delivery: 'standard',
      },
      world: { ip: homeLine(), machine: machine(), ...german, driven: false, account },
      paceMs: pace.person,
    },
  ]
}

const withSomeonesCard = (): readonly Step[] => {
  const holder = somebody()
  const drop: Home = { address: `Strada Fabricii ${between(1, 90)}`, postal: '400620', city: 'Cluj-Napoca' }
  return [
    {
      fields: {
        email: `${noise(11)}@outlook.com`,
        phone: `+4075${between(1_000_000, 9_999_999)}`,
        ...billed(nameOf(holder), someHome()),
        ...shipped(nameOf(somebody()), drop, 'RO'),
        card: 'master-0069',
        delivery: 'express',
      },
      world: {
        ip: lineAbroad(),
        machine: machine(),
        timeZone: 'Asia/Yekaterinburg',
        languages: ['ru-RU', 'en'],
        driven: false,
        account: null,
      },
      paceMs: pace.practised,
    },
  ]
}

/** Five customers within a minute, all at one table: new accounts, new addresses of e-mail, one parcel shop. */
const manyAccounts = (): readonly Step[] => {
  const shared = { ip: homeLine(), machine: machine(), ...german, driven: false }
  const parcelShop = someHome()
  const card = 'visa-0341'
  return Array.from({ length: 6 }, () => {
    const person = somebody()
    return {
      fields: {
        email: `${person.last}${between(1000, 9999)}@${pick(['gmx.de', 'web.de', 'gmail.com'])}`.toLowerCase(),
        phone: somePhone(),
        ...billed(nameOf(person), someHome()),
        ...shipped(nameOf(person), parcelShop, 'DE'),
        card,
        delivery: 'express',
      },
      world: { ...shared, account: { id: `c-${noise(10)}`, since: new Date().toISOString() } },
      paceMs: pace.practised,
    }
  })
}

const byTool = (): readonly Step[] => {
  const person = somebody()
  return [
    {
      fields: {
        email: `${noise(12)}@mailinator.com`,
        phone: '',
        ...billed(nameOf(person), someHome()),
        card: 'master-0127',
        delivery: 'standard',
      },
      world: {
        ip: rentedServer(),
        machine: machine(),
        timeZone: 'UTC',
        languages: ['en-US'],
        driven: true,
        account: null,
      },
      paceMs: pace.tool,
    },
  ]
}

/** The words are for whoever plays; they never leave the page. */
export const roles: readonly Role[] = [
  { label: 'A good customer', about: 'Signed in, at home, own card, own address', plan: loyal },
  { label: 'A stolen card', about: 'Someone else’s card, express parcel abroad', plan: withSomeonesCard },
  { label: 'A ring of accounts', about: 'Six new accounts on one device', plan: manyAccounts },
  { label: 'A bot', about: 'A script in a rented server, done at once', plan: byTool },
]
