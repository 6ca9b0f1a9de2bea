import fc from 'fast-check'
import { normaliseAddress } from './address.ts'
import { normaliseEmail } from './email.ts'
import { normaliseIp } from './ip.ts'
import { normaliseOpaque } from './opaque.ts'
import { normalisePhone } from './phone.ts'

const text = fc.string({ unit: 'binary', maxLength: 320 })
const addressLike = fc.oneof(text, fc.emailAddress(), fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[+0-9 ()-]{3,20}$/))
const country = fc.constantFrom(null, 'DE', 'US', 'GB', 'FR', 'XX', '', 'de')

test('nothing throws, and normalising what was normalised changes nothing', () => {
  fc.assert(
    fc.property(addressLike, country, (given, home) => {
      for (const normalise of [normaliseEmail, normaliseOpaque]) {
        const once = normalise(given)
        expect(once.flagged ? once.value : normalise(once.value)).toEqual(once.flagged ? given : once)
      }
      expect(normaliseIp(given).flagged ? normaliseIp(given).value : given).toBe(given)
      const phone = normalisePhone(given, home)
      if (!phone.flagged) expect(normalisePhone(phone.value, null)).toEqual(phone)
    }),
  )
})

test('an e-mail address reads the same however it is written', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const plain = normaliseEmail(address)
      fc.pre(!plain.flagged)
      expect(normaliseEmail(` ${address.toUpperCase()} `)).toEqual(plain)
      expect(normaliseEmail(plain.value)).toEqual(plain)
    }),
  )
})

test('all addresses of one IPv6 network are one, and no IPv4 address is two', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV4(), (six, four) => {
      const network = normaliseIp(six)
      if (network.value.endsWith('/64')) expect(normaliseIp(network.value.replace('/64', '1'))).toEqual(network)
      expect(normaliseIp(`::ffff:${four}`)).toEqual(normaliseIp(four))
    }),
  )
})

test('case, accents and punctuation do not make another postal address', () => {
  fc.assert(
    fc.property(text, text, (street, postal) => {
      const given = { address: street, postal, country: 'FR' }
      const plain = normaliseAddress(given)
      fc.pre(!plain.flagged)
      expect(normaliseAddress({ ...given, address: `, ${street} .`, country: 'fr' })).toEqual(plain)
    }),
  )
})
