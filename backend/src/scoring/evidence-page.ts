import { codesOf, type Evidence } from './evidence.ts'
import { deviceFamilies } from './families.ts'
import { sentenceOf } from './points.ts'

const intro = `# Evidence

Made from the registry by \`node scripts/evidence.mjs\`; a test fails when the two differ.

Every order starts at the store's base: 70 is 1 % bad orders, ten points double or halve the odds. An evidence seen \`r\` times as often in bad
orders as in good ones is worth \`-10 * log2(r)\` points: -10 for twice, -20 for four times, +10 for half as often. \`judgement\` means that no
published rate was found and the stated ratio is ours, to be corrected by labels.

- Inside a **family** the strongest counts fully, the next half, a quarter, and so on, losses and gains apart: five views of one burst are not
  five proofs. Each line is then rounded to a whole number, so that lines add up to the score exactly.
- A **missing** value counts 0. Unknown is never good, and never bad by itself; that a session is missing is an evidence of its own.
- Families marked "device" stand on a device being recognised. Identical phones collide and ids drift, so they never decline an order alone: it goes
  to review, with a line that says so (\`DEVICE_ALONE\`).
- Counts of orders leave out the order itself and its own attempts; counts of partners include its own. A full history says "256 or more".
`

/** The page that tells a merchant, a rule writer and the next engineer what every point is. */
export function evidencePage(registry: readonly Evidence[]): string {
  const families = [...new Set(registry.map(({ family }) => family))]
  const sections = families.map((family) =>
    sectionOf(
      family,
      registry.filter((evidence) => evidence.family === family),
    ),
  )
  return `${intro}\n${registry.length} evidences in ${families.length} families.\n\n${sections.join('\n')}`
}

const columns = [
  'evidence',
  'code',
  'title',
  'scope',
  'points',
  'missing when',
  'where the points come from',
  'reads like',
]

function sectionOf(family: string, evidences: readonly Evidence[]): string {
  const title = `## ${family}${deviceFamilies.has(family) ? ' (device)' : ''}`
  const rows = [columns, columns.map(() => '---'), ...evidences.map(rowOf)]
  return `${title}\n\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

const rowOf = (evidence: Evidence): string[] => [
  `\`${evidence.name}\``,
  codesOf(evidence)
    .map(([code]) => `\`${code}\``)
    .join(' '),
  codesOf(evidence)
    .map(([, title]) => title)
    .join(' / '),
  evidence.scope,
  pointsCell(evidence),
  evidence.missing,
  evidence.basis,
  sampleSentence(evidence),
]

function pointsCell({ type, points }: Evidence): string {
  if (type === 'flag') return `yes ${signed(points.yes)}, no ${signed(points.no)}`
  const pairs =
    type === 'number' ? points.map(([from, worth]) => [`from ${from}`, worth] as const) : Object.entries(points)
  return pairs.map(([value, worth]) => `${value}: ${signed(worth)}`).join(', ')
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points))

/** The sentence at the value that is worth the most, either way. */
export function sampleSentence(evidence: Evidence): string {
  if (evidence.type === 'flag') {
    const { yes, no } = evidence.points
    return evidence.say(Math.abs(yes) >= Math.abs(no))
  }
  const pairs = evidence.type === 'number' ? evidence.points : Object.entries(evidence.points)
  const [value] = [...pairs].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))[0] ?? [null]
  return sentenceOf(evidence, value) ?? ''
}
