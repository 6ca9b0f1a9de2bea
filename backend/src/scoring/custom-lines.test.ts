import { customLines, inputOfCode } from './custom-lines.ts'
import { scoreTables } from './learning/tables.ts'

const tables = scoreTables('mdl_1', {
  scale: 1,
  tables: {},
  custom: {
    channel: { edges: [], categories: ['hash of app', 'hash of web'], corrections: [-12.4, 3.2, 0], missing: -2 },
    basket_age_s: { edges: [60, 600], categories: null, corrections: [-8, 0.3, 1], missing: 0 },
    coupon: { edges: [], categories: ['false', 'true'], corrections: [0, -4, 0], missing: 0 },
  },
})
const pointsOf = (custom: Parameters<typeof customLines>[0]) =>
  Object.fromEntries(customLines(custom, tables).lines.map(({ reason }) => [reason.code, reason.points]))

test('each input is worth what its table says, and the exact sum is unrounded', () => {
  const custom = { channel: 'hash of app', basket_age_s: 30, coupon: true }
  expect(pointsOf(custom)).toEqual({ CUSTOM_CHANNEL: -12, CUSTOM_BASKET_AGE_S: -8, CUSTOM_COUPON: -4 })
  expect(customLines(custom, tables).exact).toBeCloseTo(-24.4)
})

test('another category, another type and nothing at all', () => {
  expect(pointsOf({ channel: 'hash of fax', basket_age_s: 'thirty' })).toEqual({})
  expect(pointsOf({})).toEqual({ CUSTOM_CHANNEL: -2 })
  expect(customLines({}, tables).lines[0]?.reason.text).toBe('No channel was sent')
})

test('no model, or an order stored without its inputs: nothing', () => {
  expect(customLines({ coupon: true }, null)).toEqual({ lines: [], exact: 0 })
  expect(customLines(undefined, tables)).toEqual({ lines: [], exact: 0 })
})

test('a hash of a text is not shown, a number is', () => {
  const values = customLines({ channel: 'hash of app', basket_age_s: 30 }, tables).lines.map(
    ({ reason }) => reason.value,
  )
  expect(values).toEqual([null, 30])
  expect(inputOfCode('CUSTOM_BASKET_AGE_S')).toBe('basket_age_s')
  expect(inputOfCode('CARD_NEW')).toBeUndefined()
})
