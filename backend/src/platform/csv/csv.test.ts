import fc from 'fast-check'
import { readCsv } from './read-csv.ts'
import { cellText, csvCell, csvLine } from './write-csv.ts'

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells)

test.each([
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF, no end',
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
  [
    'semicolons',
    'a;b\n"1;2";3,4',
    [
      ['a', 'b'],
      ['1;2', '3,4'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotes',
    'a,b\n"x ""y""","1,2"',
    [
      ['a', 'b'],
      ['x "y"', '1,2'],
    ],
  ],
  [
    'a quote inside a word',
    'a,b\n5" pipe,2',
    [
      ['a', 'b'],
      ['5" pipe', '2'],
    ],
  ],
  [
    'empty lines',
    'a,b\n\n , \n,\n1,2',
    [
      ['a', 'b'],
      [' ', ' '],
      ['1', '2'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, expected) => {
  expect(cellsOf(text)).toEqual(expected)
})

test('each record knows its line, also behind a cell of three lines', () => {
  expect(readCsv('a,b\n"1\n2\n3",x\n4,5').records.map(({ line }) => line)).toEqual([1, 2, 5])
})

test('a quote that is never closed is told with its line', () => {
  expect(readCsv('a,b\n1,2\n3,"4\n5,6').unclosedAt).toBe(3)
})

test.each(['=1+1', '+49151', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '|calc'])(
  'a spreadsheet would run %j: quoted as text',
  (value) => {
    expect(csvCell(value)).toMatch(/^"?'/)
  },
)

test.each([
  ['j***@e***.com', 'j***@e***.com'],
  ['a "b"', '"a ""b"""'],
  ['a,b', '"a,b"'],
  [null, ''],
  [-3, '-3'],
  [true, 'true'],
] as const)('%j stands as %j', (value, expected) => {
  expect(csvCell(value)).toBe(expected)
})

test('whatever is written is read back, and no cell of it runs', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\r'))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const kept = rows.filter((row) => row.some((value) => value !== ''))
      const written = `a,b\r\n${kept.map(csvLine).join('')}`
      const [, ...read] = cellsOf(written)
      expect(read.map((row) => row.map(cellText))).toEqual(kept.map((row) => row.map((value) => cellText(value))))
      for (const row of read) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@|]/)
    }),
  )
})
