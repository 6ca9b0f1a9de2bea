import { createHmac, randomBytes } from 'node:crypto'
import type { Assessment } from '../../contract/src/assessment.ts'

export interface ServerKeys {
  readonly secret_key: string
  readonly signing_secret: string
}

/** A store's server asking for a score, with nothing but what api.md says. */
export const assess = async (origin: string, keys: ServerKeys, order: object): Promise<Assessment> => {
  const body = JSON.stringify(order)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const response = await fetch(`${origin}/v1/assessments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${keys.secret_key}`,
      'content-type': 'application/json',
      'idempotency-key': randomBytes(12).toString('hex'),
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': createHmac('sha256', keys.signing_secret).update(`${timestamp}.${nonce}.${body}`).digest('hex'),
    },
    body,
  })
  if (!response.ok) throw new Error(`assess: ${response.status} ${await response.text()}`)
  return (await response.json()) as Assessment
}

/** An order as a known, ordinary customer places it. */
export const goodOrder = (id: string) => ({
  order: { id, amount: 4990, currency: 'EUR' },
  email: { address: 'kate.wood@example.org' },
  billing: {
    name: 'Kate Wood',
    phone: '+4915112345678',
    address: 'Ring 1',
    city: 'Bonn',
    postal: '53111',
    country: 'DE',
  },
  shipping: { name: 'Kate Wood', address: 'Ring 1', city: 'Bonn', postal: '53111', country: 'DE', method: 'standard' },
  payment: { method: 'card', token: 'pm_kate', bin: '411111', avs: 'Y', cvc: 'M', three_d_secure: 'authenticated' },
})

/** The same basket with much against it. */
export const badOrder = (id: string) => ({
  order: { id, amount: 124900, currency: 'EUR' },
  email: { address: `x${id}k3j9zq@mailinator.com` },
  billing: {
    name: 'Kate Wood',
    phone: '+4915112345678',
    address: 'Ring 1',
    city: 'Bonn',
    postal: '53111',
    country: 'DE',
  },
  shipping: {
    name: 'Al Other',
    address: 'Am Bahnhof 9',
    city: 'Graz',
    postal: '8010',
    country: 'AT',
    method: 'express',
  },
  payment: { method: 'card', token: `pm_${id}`, bin: '411111', avs: 'N', cvc: 'N' },
  device: { ip: '185.220.101.7', user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0' },
})
