import { looksRandom } from './gibberish.ts'

// Local parts as people make them, in many languages and habits.
const people = `
jo.doe john.smith maria.gonzalez mueller.hans schmidt hschmidt grzegorz.brzeczyszczykiewicz krzysztof.szymczyk wojciech vrscaj
zbigniew.wrzosek jan.kowalczyk przemyslaw tschaikowski knutsson bjornstad kjellberg hvidtfeldt ljungqvist schwarzenegger
van.der.bellen wright knightley strengths psychologist nguyenvanthanh hadzhiev dzhokhar mkhitaryan hrvoje.strbac cvetkovic
shevchenko alexander1984 jsmith1990 info kontakt bestellung newsletter christophe.leclercq jpdubois marykate2 fcbayern1900
joseluis.rodriguez oconnor mcgregor fitzgerald mbappe ngcobo o.wilde abcdefg jkrowling rschwartz tsvetanka dzvenyslava
sigurdsson thorbjorn.egner gudmundsdottir kirschbaum lindqvist ahmet.yildirim szczepanski vlkova smrtnik brno.kolektiv dpschwartz mjthompson pbkowalski
`
  .trim()
  .split(/\s+/)

test.each(people)('%s is a person', (local) => {
  expect(looksRandom(local)).toBe(false)
})

test.each(['xkqzvbnwpt', 'qwrtzpsdfgh', 'k3x9p2m7q1', 'zxcvbqjkwpx', 'a1b2c3d4', 'hgfkjdhsgkjhsd', 'jqxvkzbw.pqzx'])(
  '%s looks like keys pressed at random',
  (local) => {
    expect(looksRandom(local)).toBe(true)
  },
)

/** Park and Miller's generator, so that the measure is the same each time. */
const randomWords = (count: number, length: number): readonly string[] => {
  let state = 1
  const letter = () => {
    state = (state * 48_271) % 2_147_483_647
    return 'abcdefghijklmnopqrstuvwxyz'.charAt(state % 26)
  }
  return Array.from({ length: count }, () => Array.from({ length }, letter).join(''))
}

test.each([
  [10, 0.5],
  [12, 0.6],
  [16, 0.7],
])('of random words of %i letters at least %d are found', (length, share) => {
  const words = randomWords(2000, length)
  expect(words.filter(looksRandom).length / words.length).toBeGreaterThan(share)
})

test('other scripts, short words and long ones are left alone', () => {
  expect(['мария.иванова', 'xkq', '李伟', ''].filter(looksRandom)).toEqual([])
  expect(looksRandom('a'.repeat(100_000))).toBe(false)
})
