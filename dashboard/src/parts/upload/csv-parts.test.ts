import fc from 'fast-check'
import { readCsv } from './csv-parts.ts'

const bounds = { mostBytes: 60, mostRows: 3 }

test('parts are whole lines, each with the header on top and the number of its first line', () => {
  const { parts, rows } = readCsv('a,b\r\n1,x\n2,y\n\n3,z\n4,w\n', bounds)
  expect(rows).toBe(4)
  expect(parts).toEqual([
    { firstLine: 2, csv: 'a,b\n1,x\n2,y\n\n3,z', rows: 3, last: false },
    { firstLine: 6, csv: 'a,b\n4,w', rows: 1, last: true },
  ])
})

test('a cell with a line end stays whole, and counts its lines', () => {
  const { parts } = readCsv('a\n"one\ntwo"\n3\n4\n5', { mostBytes: 1000, mostRows: 1 })
  expect(parts.map(({ firstLine, csv }) => [firstLine, csv])).toEqual([
    [2, 'a\n"one\ntwo"'],
    [4, 'a\n3'],
    [5, 'a\n4'],
    [6, 'a\n5'],
  ])
})

test('a file with nothing but its header, and an empty one, have no parts', () => {
  expect(readCsv('a,b\n', bounds)).toEqual({ parts: [], rows: 0 })
  expect(readCsv('', bounds)).toEqual({ parts: [], rows: 0 })
})

test('no line is lost or sent twice, however small the parts', () =>
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (lines, mostRows) => {
        const { parts, rows } = readCsv(['head', ...lines].join('\n'), { mostBytes: 80, mostRows })
        expect(rows).toBe(lines.length)
        expect(parts.flatMap(({ csv }) => csv.split('\n').slice(1))).toEqual(lines)
        let line = 2
        for (const { firstLine, csv, last } of parts) {
          expect(firstLine).toBe(line)
          line += csv.split('\n').length - 1
          expect(last).toBe(line === lines.length + 2)
        }
      },
    ),
  ))
