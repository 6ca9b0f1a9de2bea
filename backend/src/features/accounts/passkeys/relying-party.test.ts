import { relyingPartyOf } from './relying-party.ts'

test.each([
  ['https://trust.shop.example', { id: 'trust.shop.example', origin: 'https://trust.shop.example' }],
  ['https://trust.shop.example:8443/below', { id: 'trust.shop.example', origin: 'https://trust.shop.example:8443' }],
  ['http://127.0.0.1:4000', { id: 'localhost', origin: 'http://localhost:4000' }],
  ['http://[::1]:4000', { id: 'localhost', origin: 'http://localhost:4000' }],
  ['https://localhost', { id: 'localhost', origin: 'https://localhost' }],
  ['http://trust.shop.example', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::7]', undefined],
  ['http://0.0.0.0:4000', undefined],
])('passkeys at %s belong to %j', (linkBase, party) => {
  expect(relyingPartyOf(linkBase)).toEqual(party)
})
