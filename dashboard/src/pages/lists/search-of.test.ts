import { searchOf } from './search-of.ts'

test.each([
  ['kate@example.org', 'email'],
  ['+49 151 2345678', 'phone'],
  ['203.0.113.9', 'ip'],
  ['2001:db8::1', 'ip'],
  ['example.org', 'email_domain'],
  ['customer-1042', 'account'],
])('%j is looked for as %s', (text, kind) => expect(searchOf(` ${text} `)).toEqual({ kind, value: text }))
