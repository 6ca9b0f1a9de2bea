import { createIpFacts, type IpFactsSource } from './ip-facts.ts'

let facts: IpFactsSource
beforeAll(async () => {
  facts = await createIpFacts()
})

test('the country is known from the start, the network once its table is read', async () => {
  expect(facts.of('91.10.1.1')?.country).toBe('DE')
  expect(facts.networks()).toBe('reading')
  expect(facts.of('91.10.1.1')?.asn).toBeNull()
  await facts.networksReady
  expect(facts.networks()).toBe('ready')
  expect(facts.of('91.10.1.1')).toEqual({ country: 'DE', asn: 3320, hosting: false, reserved: false })
})

test.each([
  ['52.95.110.1', true],
  ['2a01:4f8::1', true],
  ['91.10.1.1', false],
  ['104.28.0.1', false], // Cloudflare: iCloud Private Relay and WARP
])('%s is a hosting network: %s', async (address, hosting) => {
  await facts.networksReady
  expect(facts.of(address)?.hosting).toBe(hosting)
})

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '192.0.2.1',
  '203.0.113.7',
  '::1',
  'fe80::1',
  'fd00::1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
])('%s belongs to nobody on the internet', (address) => {
  expect(facts.of(address)).toEqual({ country: null, asn: null, hosting: false, reserved: true })
})

test('IPv6 addresses have country and network', async () => {
  await facts.networksReady
  expect(facts.of('2001:4860:4860::8888')).toMatchObject({ country: 'US', asn: 15169 })
})

test.each(['', 'unknown', '999.1.1.1', '1.2.3.4, 5.6.7.8', 'x'.repeat(10_000)])('%j is no address', (text) => {
  expect(facts.of(text)).toBeNull()
})
