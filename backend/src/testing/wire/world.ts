import { rmSync } from 'node:fs'
import type { Assessment } from '#contract/assessment.ts'
import { operator } from '../../features/audit/service.ts'
import type { KeySet, NewMerchant } from '../../features/merchants/service.ts'
import { signInTo, type SignedIn } from '../console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../house.ts'

/** One installation with two stores, an order, a session, a person: whatever a request of any route may name. */
export interface World {
  readonly house: TestHouse
  readonly shop: NewMerchant
  readonly other: NewMerchant
  readonly revoked: KeySet
  /** Good from one address only, which is nobody's here. */
  readonly fenced: KeySet
  readonly person: SignedIn
  readonly scored: Assessment
  readonly keyId: string
}

const revokedKeys = async (house: TestHouse, merchantId: string): Promise<KeySet> => {
  const { apiKeys } = house.foundation
  const made = await apiKeys.create(operator, { merchantId, mode: 'test', name: 'Revoked' })
  await apiKeys.revoke(operator, { keyId: made.keyId })
  const former = await house.createMerchant('Former')
  const [page] = (await apiKeys.list(former.merchantId, 'test')).filter(({ kind }) => kind === 'publishable')
  await apiKeys.revoke(operator, { keyId: page?.id ?? '' })
  return { ...former.test, secretKey: made.secretKey, signingSecret: made.signingSecret }
}

export const openWorld = async (env: Readonly<Record<string, string>> = {}): Promise<World> => {
  const house = await openTestHouse({ env })
  const shop = await house.createMerchant('Shop')
  const other = await house.createMerchant('Other')
  const revoked = await revokedKeys(house, shop.merchantId)
  const networks = ['192.0.2.1/32']
  const fence = { merchantId: shop.merchantId, mode: 'test', name: 'Fenced', networks } as const
  const fenced = { publishableKey: '', ...(await house.foundation.apiKeys.create(operator, fence)) }
  const person = await signInTo(house, shop.organizationId)
  const scored = await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test })
  const key = (await house.foundation.apiKeys.list(shop.merchantId, 'test')).find(({ name }) => name === 'First key')
  return { house, shop, other, revoked, fenced, person, scored: scored.body as Assessment, keyId: key?.id ?? '' }
}

export interface Worlds {
  readonly usual: World
  /** Every limit is one request per window. */
  readonly limited: World
  /** Production without TLS in front. */
  readonly production: World
  /** Its database is gone. */
  readonly broken: World
  /** Claims cannot be kept. */
  readonly forgetful: World
}

export const openWorlds = async (): Promise<Worlds> => {
  const usual = await openWorld()
  const limited = await openWorld({ RATE_LIMIT_SCALE: '0.00001' })
  const production = await openWorld({ NODE_ENV: 'production', RATE_LIMIT_SCALE: '1' })
  const broken = await openWorld()
  // Nothing is answered from memory: signing in has asked who the person is.
  await broken.house.foundation.changes.announce()
  // A change empties what is remembered: with the database gone, nothing is answered from memory.
  await broken.house.createMerchant('Last')
  await broken.house.foundation.documents.close()
  const forgetful = await openWorld()
  await forgetful.house.ephemeral.close()
  return { usual, limited, production, broken, forgetful }
}

export const closeWorlds = async (worlds: Worlds): Promise<void> => {
  for (const { house } of Object.values(worlds) as World[]) {
    // Two of them are closed in part already.
    await house.remove().catch(() => {
      rmSync(house.folder, { recursive: true, force: true })
    })
  }
}
