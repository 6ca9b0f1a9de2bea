import fc from 'fast-check'
import { completionAt, placeOf, take, type KnownName } from './complete.ts'
import { paint, paintLines } from './paint.ts'

const names: readonly KnownName[] = [
  { name: 'order.amount', type: 'number', what: 'Amount in minor units' },
  { name: 'order.currency', type: 'text', what: 'Currency' },
  { name: 'shipping.country', type: 'text', what: 'Country the order ships to' },
]

test('painted pieces joined together are the text again', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        paint(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
      expect(
        paintLines(text)
          .map((line) => line.map((piece) => piece.text).join(''))
          .join('\n'),
      ).toBe(text)
    }),
  ))

test('what is wrong is cut out of its piece, over lines too', () => {
  const wrongIn = (text: string, from: number, to: number) =>
    paintLines(text, { from, to }).map((line) =>
      line
        .filter(({ wrong }) => wrong)
        .map((piece) => piece.text)
        .join(''),
    )
  expect(wrongIn('order.amnt > 3', 6, 10)).toEqual(['amnt'])
  expect(wrongIn('a &&\nb', 2, 6)).toEqual(['&&', 'b'])
})

test('names, numbers, texts and operators are told apart', () => {
  const inked = paint('device.emails_24h >= 3 && shipping.country in ["AT", \'DE\'] // why')
  expect(inked.filter(({ ink }) => ink !== 'plain').map(({ ink, text }) => `${ink} ${text}`)).toEqual([
    'name device.emails_24h',
    'op >=',
    'num 3',
    'op &&',
    'name shipping.country',
    'op in',
    'str "AT"',
    "str 'DE'",
    'note // why',
  ])
})

test.each([
  ['order.', 'order.amount order.currency'],
  ['order.amount > 3 && ship', 'shipping.country'],
  ['country', 'shipping.country'],
  ['order.amount', ''],
  ['"order.', ''],
  ['// order.', ''],
  ['', ''],
  ['order.amount > 3 ', ''],
])('after %j comes %j', (text, fitting) =>
  expect(
    completionAt(text, text.length, names)
      ?.names.map(({ name }) => name)
      .join(' ') ?? '',
  ).toBe(fitting),
)

test('asked for, the list comes without a letter', () => expect(completionAt('', 0, names, true)?.fitting).toBe(3))

test('a taken name replaces the whole word', () => {
  const text = 'order.amnt > 3'
  const completion = completionAt(text, 'order.am'.length, names)
  expect(completion && take(text, 'order.am'.length, completion, 'order.amount')).toEqual({
    text: 'order.amount > 3',
    caret: 12,
  })
})

test('a place is told by line and column', () => {
  expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 })
  expect(placeOf('', 0)).toEqual({ line: 1, column: 1 })
})
