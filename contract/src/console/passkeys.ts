import { z } from 'zod'

/** Bytes, as WebAuthn writes them in JSON. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/)
/** 1,023 bytes at most (WebAuthn 3, 5.8.3). */
const credentialId = bytes(1364)
const type = z.literal('public-key')
const transports = z.array(z.string().max(30)).max(10)

/** Names below are WebAuthn's own, so that browsers read them as they are. */
const Described = z.object({ type, id: z.string(), transports: z.array(z.string()) })

/** POST /console/v1/account/passkeys/start: what a browser is asked to make. */
export const PasskeyCreation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type, alg: z.number().int() })),
  timeout: z.number().int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Described),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
})
export type PasskeyCreation = z.infer<typeof PasskeyCreation>

/** POST /console/v1/sign-in/passkey/start, and in the answer to a right password: what a browser is asked to sign. */
export const PasskeyRequest = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number().int(),
  userVerification: z.literal('required'),
  /** Empty: any passkey of this installation; its owner is told by the answer. */
  allowCredentials: z.array(Described),
})
export type PasskeyRequest = z.infer<typeof PasskeyRequest>

/** What the browser made. */
export const NewPasskey = z.object({
  id: credentialId,
  type,
  response: z.object({
    clientDataJSON: bytes(8_000),
    attestationObject: bytes(16_000),
    transports: transports.optional(),
  }),
})
export type NewPasskey = z.infer<typeof NewPasskey>

/** What the browser signed. */
export const PasskeyAnswer = z.object({
  id: credentialId,
  type,
  response: z.object({
    clientDataJSON: bytes(8_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(100).nullish(),
  }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

const name = z.string().trim().min(1).max(60)

/** POST /console/v1/account/passkeys */
export const AddPasskey = z.object({ name, passkey: NewPasskey })

/** PATCH /console/v1/account/passkeys/:id */
export const RenamePasskey = z.object({ name })

/** POST /console/v1/sign-in/passkey */
export const PasskeySignIn = z.object({ passkey: PasskeyAnswer })

/** POST /console/v1/sign-in/second/passkey */
export const PasskeySecondStep = z.object({ challenge: z.string().min(20).max(100), passkey: PasskeyAnswer })

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
  /** Its vendor may copy it to other devices of its owner; false: bound to one device. */
  synchronised: z.boolean(),
  backed_up: z.boolean(),
  /** The address of this installation has changed since: it cannot be used under the new one. */
  stranded: z.boolean(),
})
export type Passkey = z.infer<typeof Passkey>

/** POST /console/v1/account/passkeys: with the first second factor come ten recovery codes, shown once. */
export const PasskeyAdded = z.object({ passkey: Passkey, recovery_codes: z.array(z.string()) })
export type PasskeyAdded = z.infer<typeof PasskeyAdded>
