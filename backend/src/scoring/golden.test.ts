import { join } from 'node:path'
import { judgeCase, readCorpus } from './testing/golden.ts'
import { registry } from './registry.ts'

const corpus = readCorpus(join(__dirname, 'golden'))

test('there is a corpus', () => {
  expect(corpus.flatMap(([, cases]) => cases).length).toBeGreaterThan(50)
})

/** A verdict that changes breaks every stored one: that takes an ADR, a new major version and a sentence in golden/README.md. */
describe.each(corpus)('the verdicts of %s', (_engine, cases) => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    const { trust_score, decision, digest } = judgeCase(golden)
    expect({ trust_score, decision, digest }).toEqual({
      trust_score: golden.trust_score,
      decision: golden.decision,
      digest: golden.digest,
    })
  })
})

test('every evidence takes part in the corpus, with a loss and with a gain where it has one', () => {
  const cases = corpus.flatMap(([, all]) => all)
  const unseen = registry.filter(({ name }) => !cases.some(({ values }) => values[name] !== undefined))
  expect(unseen.map(({ name }) => name)).toEqual([])
})
