/** Made-up shoppers. Whoever is played again is somebody else, so that one play does not colour the next. */

export const pick = <Thing>(things: readonly Thing[]): Thing => {
  const found = things[Math.floor(Math.random() * things.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
export const between = (least: number, most: number): number => least + Math.floor(Math.random() * (most - least + 1))

const firstNames = [
  'Anna',
  'Jonas',
  'Marie',
  'Lukas',
  'Clara',
  'Felix',
  'Greta',
  'Paul',
  'Ida',
  'Emil',
  'Lena',
  'Theo',
  'Nora',
  'Oskar',
]
const lastNames = [
  'Berger',
  'Vogt',
  'Lindner',
  'Hahn',
  'Seidel',
  'Kranz',
  'Ebert',
  'Pohl',
  'Reuter',
  'Thiel',
  'Marx',
  'Ziegler',
]
const streets = [
  'Lindenstraße',
  'Gartenweg',
  'Bergstraße',
  'Schulstraße',
  'Wiesenweg',
  'Birkenallee',
  'Hauptstraße',
  'Mühlenweg',
]
const towns = [
  { city: 'Bonn', postal: '53111' },
  { city: 'Leipzig', postal: '04109' },
  { city: 'Kassel', postal: '34117' },
  { city: 'Ulm', postal: '89073' },
  { city: 'Kiel', postal: '24103' },
  { city: 'Jena', postal: '07743' },
]

export interface Person {
  readonly first: string
  readonly last: string
}
export const somebody = (): Person => ({ first: pick(firstNames), last: pick(lastNames) })
export const nameOf = ({ first, last }: Person): string => `${first} ${last}`

export interface Home {
  readonly address: string
  readonly postal: string
  readonly city: string
}
export const someHome = (): Home => ({ address: `${pick(streets)} ${between(1, 180)}`, ...pick(towns) })

export const somePhone = (): string => `+4915${between(1, 7)}${between(10_000_000, 99_999_999)}`

const letters = 'bcdfghjklmnpqrstvwxz0123456789'
/** Letters in no order, as a tool types them. */
export const noise = (length: number): string =>
  Array.from({ length }, () => letters.charAt(between(0, letters.length - 1))).join('')

const weekMs = 604_800_000
export const weeksAgo = (weeks: number): string => new Date(Date.now() - weeks * weekMs).toISOString()
