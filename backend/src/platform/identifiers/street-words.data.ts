/** Words of one meaning, folded (no accents, lower case), each to its first. Data of our own, from how people type addresses. */
const groups = `
str strasse street st
ave avenue av avenida avda
rd road
blvd boulevard bd bvd
dr drive
ln lane
ct court
pl place platz plaza plaats
sq square
ter terrace terr
hwy highway
pkwy parkway
cir circle
way weg
rue r
via v
cl calle
chem chemin ch
allee all
imp impasse
rte route
fbg faubourg
unit apt apartment appartement app appt flat suite ste wohnung whg piso dept departamento
fl floor etage stock og
bldg building geb gebaude gebaeude bat batiment
n north nord norte
s south sud sued sur
e east est este ost
w west ouest oeste
po pobox postfach
`

export const streetWords: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ')
      return words.map((word) => [word, words[0] ?? word] as const)
    }),
)

/** Words that say that a number follows, and nothing else. */
export const numberWords: ReadonlySet<string> = new Set([
  'no',
  'nr',
  'num',
  'number',
  'numero',
  'nummer',
  'hausnummer',
  'n°',
])

/** German compounds: Hauptstrasse and Hauptstr. are one street. */
export const streetEndings: readonly (readonly [ending: string, short: string])[] = [
  ['strasse', 'str'],
  ['platz', 'pl'],
]

/** Letters that Unicode does not take apart. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/** Where ä, ö and ü are also typed ae, oe and ue. */
export const umlautCountries: ReadonlySet<string> = new Set(['DE', 'AT', 'CH', 'LI', 'LU'])
export const umlauts: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
])
