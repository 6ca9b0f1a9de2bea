import { isOrigin, originOf } from './origin.ts'

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['https://Shop.Example/', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['http://localhost:4001', 'http://localhost:4001'],
  ['http://[::1]:4001', 'http://[::1]:4001'],
  ['https://b\u00fccher.example', 'https://xn--bcher-kva.example'],
])('%s is %s', (text, origin) => {
  expect(originOf(text)).toBe(origin)
})

test.each([
  'https://*.evil.example',
  'https://*',
  'https://shop_1.*',
  'https://.shop.example',
  'https://shop..example',
  'https://-shop.example',
  'https://shop.example/path',
  'https://shop.example?x',
  'https://jo@shop.example',
  'https://:secret@shop.example',
  'file:///etc/passwd',
  'null',
  '*',
  `https://${'a'.repeat(300)}.example`,
])('%s is none', (text) => {
  expect(originOf(text)).toBeUndefined()
  expect(isOrigin(text)).toBe(false)
})

test('what a browser would write otherwise equals nothing', () => {
  expect(isOrigin('https://shop.example')).toBe(true)
  expect(isOrigin('https://shop.example/')).toBe(false)
  expect(isOrigin('https://Shop.example')).toBe(false)
})
