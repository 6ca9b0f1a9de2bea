import type { Response } from 'supertest'
import type { Route } from '../../platform/http/route.ts'
import { callConsole, signInTo } from '../console.ts'
import { openTestHouse } from '../house.ts'
import { addPasskey } from '../passkeys.ts'
import type { Cases } from './case.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

interface Sent {
  readonly passkey: { readonly response: object }
}

/** Another signature, or nothing where an attestation stood. */
const bent = ({ body, ...rest }: Honest): Honest => {
  const { passkey, ...more } = body as Sent
  const wrong = 'signature' in passkey.response ? { signature: 'AAAA' } : { attestationObject: 'AAAA' }
  return { ...rest, body: { ...more, passkey: { ...passkey, response: { ...passkey.response, ...wrong } } } }
}

/** At an address that is no name. */
const whereOff = async ({ path, body }: Honest): Promise<Response> => {
  const house = await openTestHouse({ env: { HOST: '0.0.0.0' } })
  try {
    const { organizationId } = await house.createMerchant()
    const { cookie, password } = await signInTo(house, organizationId)
    const sent = path.endsWith('/passkeys/start') ? { password } : body
    return await callConsole(house, { method: 'post', path, body: sent, cookie })
  } finally {
    await house.remove()
  }
}

const removeLast = async ({ house }: World): Promise<Response> => {
  const { organizationId } = await house.createMerchant('Strict')
  const owner = await signInTo(house, organizationId)
  await owner.post('/organization/second-factor', { required: true })
  const { added } = await addPasskey(owner)
  return owner.post(`/account/passkeys/${added.passkey.id}/remove`, { password: owner.password })
}

/** Codes of passkeys. */
export const passkeyCases = (
  { path }: Route,
  usual: World,
  send: (sent: Honest) => Promise<Response>,
  honest: () => Promise<Honest>,
): Cases => ({
  passkey_refused: {
    told: 'with another signature, or without what was made',
    send: async () => send(bent(await honest())),
  },
  passkeys_off: { told: 'at an address that is no name', send: async () => whereOff(await honest()) },
  ...(/passkey(?:s)?$/.test(path) &&
    !path.includes('/second/') && {
      challenge_over: {
        told: 'with the answer to a question that was answered before',
        send: async () => {
          const sent = await honest()
          await send(sent)
          return send(sent)
        },
      },
    }),
  ...(path.endsWith('/passkeys/:id/remove') && {
    second_factor_required: { told: 'the last one, where one is asked for', send: () => removeLast(usual) },
  }),
})
