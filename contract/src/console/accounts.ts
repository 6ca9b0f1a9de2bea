import { z } from 'zod'
import { Passkey, PasskeyRequest } from './passkeys.ts'
import { Me } from './people.ts'

const email = z.string().min(3).max(320)
/** Checked by rule and against a list on the server; only what could never be one is refused here. */
const password = z.string().min(1).max(256)
const token = z.string().min(20).max(100)
const code = z.string().min(6).max(40)

/** POST /console/v1/sign-up; answers `Done` whether or not there is an account with this address. */
export const SignUp = z.object({
  email,
  name: z.string().trim().min(1).max(100),
  organization: z.string().trim().min(1).max(100),
})
export type SignUp = z.infer<typeof SignUp>

/** POST /console/v1/sign-up/resend, POST /console/v1/password/forgot */
export const AccountAddress = z.object({ email })

/** POST /console/v1/sign-up/confirm, POST /console/v1/password/reset: what came by mail, and the password chosen. */
export const LinkPassword = z.object({ token, password })

/** POST /console/v1/account/email/confirm */
export const LinkOnly = z.object({ token })

/** GET /console/v1/sign-up */
export const SignUpState = z.object({
  open: z.boolean(),
  /** Where letters lie on this machine, when there is no mail server; never in production. */
  mail_folder: z.string().nullable(),
})
export type SignUpState = z.infer<typeof SignUpState>

export const secondFactors = ['totp', 'recovery_code', 'passkey'] as const

/** The answer to a right password where a second factor is asked for: 10 minutes, five tries. */
export const SignInChallenge = z.object({
  challenge: z.string(),
  methods: z.array(z.enum(secondFactors)),
  expires_at: z.string(),
  /** What a browser is asked to sign, where a passkey is one of the methods. */
  passkey: PasskeyRequest.nullable(),
})
export type SignInChallenge = z.infer<typeof SignInChallenge>

/** POST /console/v1/sign-in/second: a code of the app, or a recovery code. */
export const SecondStep = z.object({ challenge: token, code })

/** POST /console/v1/account/password */
export const ChangePassword = z.object({ current: password, password })

/** POST /console/v1/account/email */
export const ChangeName = z.object({ name: SignUp.shape.name })

export const ChangeEmail = z.object({ email, password })

/** What changes how one signs in asks for the password again. */
export const PasswordAgain = z.object({ password })

/** POST /console/v1/account/totp/start; the secret is shown until it is confirmed, never afterwards. */
export const TotpStart = z.object({
  secret: z.string(),
  uri: z.string(),
  /** A picture of `uri`, as an SVG document. */
  qr: z.string(),
})
export type TotpStart = z.infer<typeof TotpStart>

/** POST /console/v1/account/totp/confirm */
export const TotpConfirm = z.object({ code })

/** POST /console/v1/account/totp/confirm, /account/recovery-codes: shown once. */
export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

export const OwnSession = z.object({
  id: z.string(),
  current: z.boolean(),
  created_at: z.string(),
  last_used_at: z.string(),
  country: z.string().nullable(),
  client: z.string().nullable(),
  factor: z.enum(['password', ...secondFactors]),
  unusual: z.array(z.string()),
})
export type OwnSession = z.infer<typeof OwnSession>

/** GET /console/v1/account/security */
export const AccountSecurity = z.object({
  totp: z.boolean(),
  passkeys: z.array(Passkey),
  /** The one address where passkeys of this installation can be made and used; null: they cannot (PUBLIC_URL). */
  passkeys_at: z.string().nullable(),
  recovery_codes_left: z.number().int(),
  /** The organisation or the installation asks for a second factor. */
  required: z.boolean(),
  sessions: z.array(OwnSession),
})
export type AccountSecurity = z.infer<typeof AccountSecurity>

/** POST /console/v1/account/sessions/end: one, or without an id all of them, this one included. */
export const EndSessions = z.object({ id: z.string().max(60).optional() })

/** POST /console/v1/organization/second-factor */
export const RequireSecondFactor = z.object({ required: z.boolean() })

/** POST /console/v1/sign-in: who is signed in, or what is asked for besides. */
export const SignInAnswer = z.union([Me, SignInChallenge])
export type SignInAnswer = z.infer<typeof SignInAnswer>
