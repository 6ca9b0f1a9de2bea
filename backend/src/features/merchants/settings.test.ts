import { AppError } from '../../platform/app-error.ts'
import { parseOrderUrl, parseOrigin, parseThresholds, parseTimeZone } from './settings.ts'

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['https://shop.example/', 'https://shop.example'],
  ['HTTPS://Shop.Example:443', 'https://shop.example'],
  ['http://127.0.0.1:4001', 'http://127.0.0.1:4001'],
  ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
])('origin %s', (text, origin) => {
  expect(parseOrigin(text)).toBe(origin)
})

test.each([
  'shop.example',
  'https://shop.example/checkout',
  'https://shop.example?x',
  'https://a:b@shop.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '*',
  'null',
  '',
  `https://${'a'.repeat(300)}.example`,
])('%j is no origin', (text) => {
  expect(() => parseOrigin(text)).toThrow(AppError)
})

test('time zones are those that this machine knows', () => {
  expect(parseTimeZone('Europe/Berlin')).toBe('Europe/Berlin')
  expect(() => parseTimeZone('Mars/Olympus')).toThrow(AppError)
})

test('an order address is a web address with a place for the order', () => {
  expect(parseOrderUrl('https://shop.example/orders/{order_id}')).toBe('https://shop.example/orders/{order_id}')
  for (const text of ['https://shop.example/orders', 'javascript:alert("{order_id}")', '{order_id}']) {
    expect(() => parseOrderUrl(text)).toThrow(AppError)
  }
})

test('thresholds are whole scores, decline at most as high as review', () => {
  expect(parseThresholds({ review: 40, decline: 20 })).toEqual({ review: 40, decline: 20 })
  for (const [review, decline] of [
    [20, 40],
    [40.5, 20],
    [101, 20],
    [40, -1],
    [NaN, 20],
  ] as const) {
    expect(() => parseThresholds({ review, decline })).toThrow(AppError)
  }
})
