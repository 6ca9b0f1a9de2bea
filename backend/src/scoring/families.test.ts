import { familyShares, roundPoints } from './families.ts'

test.each([
  [
    'the strongest counts fully, the next half, a quarter',
    [
      ['a', -4],
      ['a', -20],
      ['a', -10],
    ],
    [0.25, 1, 0.5],
  ],
  [
    'families do not disturb each other',
    [
      ['a', -4],
      ['b', -20],
      ['a', -10],
    ],
    [0.5, 1, 1],
  ],
  [
    'losses and gains are ranked apart',
    [
      ['a', -4],
      ['a', 6],
      ['a', 3],
      ['a', -8],
    ],
    [0.5, 1, 0.5, 1],
  ],
  [
    'ties go by registry order',
    [
      ['a', -4],
      ['a', -4],
      ['a', -4],
    ],
    [1, 0.5, 0.25],
  ],
  [
    'what has no points takes no share and has none taken',
    [
      ['a', 0],
      ['a', -4],
      ['a', -0],
      ['a', -8],
      ['a', 2],
    ],
    [1, 0.5, 1, 1, 1],
  ],
] as const)('%s', (_law, lines, shares) => {
  expect(familyShares(lines.map(([family, prior]) => ({ family, prior })))).toEqual(shares)
})

test.each([
  [2.5, 3],
  [-2.5, -3],
  [2.4, 2],
  [-0.4, 0],
  [0, 0],
])('%d is rounded to %d', (points, rounded) => {
  expect(roundPoints(points)).toBe(rounded)
})
