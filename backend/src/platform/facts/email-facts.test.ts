import { parseEmail } from '../identifiers/email.ts'
import { isFreeMail, readEmail } from './email-facts.ts'

test.each([
  ['jo@example.com', { valid: true, disposable: false, free: false, typo: false, digits: 0, length: 2 }],
  ['jo1984@gmail.com', { free: true, digits: 4 / 6, length: 6 }],
  ['jo@gmial.com', { typo: true, free: true }],
  ['jo@mailinator.com', { disposable: true }],
  ['jo@sub.mailinator.com', { disposable: true }],
  ['JO@Mailinator.COM', { disposable: true }],
  ['xkqzvbnwpt@example.com', { gibberish: true }],
  ['not an address', { valid: false, disposable: false, length: 0, fitsName: null }],
])('%s: %j', (address, facts) => {
  expect(readEmail(parseEmail(address), null)).toMatchObject(facts)
})

test.each([
  ['jo.doe@example.com', 'Jo Doe', true],
  ['doe77@example.com', 'Jo Doe', true],
  ['mueller@example.com', 'Änne Müller', true],
  ['muller@example.com', 'Änne Müller', true],
  ['jose.nunez@example.com', 'José Núñez', true],
  ['jd@example.com', 'Jo Doe', true],
  ['liwu@example.com', 'Li Wu', true],
  ['kowalski@example.com', 'Jo Doe', false],
  ['12345@example.com', 'Jo Doe', null],
  ['liwu@example.com', '李伟', null],
  ['jo@example.com', null, null],
])('%s of %s: fits the name %j', (address, name, fits) => {
  expect(readEmail(parseEmail(address), name).fitsName).toBe(fits)
})

test('large providers are free mail, companies are not', () => {
  expect(['gmail.com', 'web.de', 'qq.com', 'example.com'].map(isFreeMail)).toEqual([true, true, true, false])
})
