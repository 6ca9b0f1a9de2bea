import { AppError } from '../../../platform/app-error.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { FactorHolder, FactorStore } from './factor-store.ts'
import { createRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { createTotpSecret, stepOfCode, totpPicture, totpUri } from './totp.ts'

interface Deps<Holder extends FactorHolder> {
  readonly clock: Clock
  readonly store: FactorStore<Holder>
  readonly isRequired: (person: Holder) => Promise<boolean>
  readonly hasPasskeys: (personId: string) => Promise<boolean>
}

export const drawCodes = () => {
  const codes = createRecoveryCodes()
  return { codes, recovery: codes.map(recoveryDigest) }
}

/** Setting up, renewing and taking away; whoever asks has shown their password. */
export const createEnrolment = <Holder extends FactorHolder>({
  clock,
  store,
  isRequired,
  hasPasskeys,
}: Deps<Holder>) => ({
  start: async (person: Holder) => {
    const factor = await store.of(person.id)
    if (factor.totp === 'on') throw new AppError('validation_failed', { detail: 'An app is set up already.' })
    const secret = createTotpSecret()
    await store.change(factor, { totp: 'pending', secret: store.seal(secret, person.id), step: 0 })
    const uri = totpUri(secret, person.email)
    return { secret, uri, qr: totpPicture(uri) }
  },
  /** The first code shows that the app has the secret; recovery codes are drawn with it. */
  confirm: async (person: Holder, code: string): Promise<readonly string[]> => {
    const factor = await store.of(person.id)
    const given = code.replace(/\s/g, '')
    const step = factor.totp === 'pending' ? stepOfCode(store.open(factor), given, clock()) : undefined
    if (step === undefined) throw new AppError('code_wrong')
    const { codes, recovery } = drawCodes()
    const notes = store.told(person, 'person.totp_on', 'codes of an app are asked for from now on')
    await store.change(factor, { totp: 'on', step, recovery }, notes)
    return codes
  },
  redraw: async (person: Holder): Promise<readonly string[]> => {
    const factor = await store.of(person.id)
    if (factor.totp !== 'on' && !(await hasPasskeys(person.id))) {
      throw new AppError('validation_failed', { detail: 'No second factor is set up.' })
    }
    const { codes, recovery } = drawCodes()
    await store.change(factor, { recovery }, store.told(person, 'person.recovery_codes_drawn', 'new recovery codes'))
    return codes
  },
  remove: async (person: Holder): Promise<void> => {
    const keeps = await hasPasskeys(person.id)
    if (!keeps && (await isRequired(person))) {
      throw new AppError('second_factor_required', { detail: 'A second factor is asked for here.' })
    }
    const factor = await store.of(person.id)
    const off = { totp: 'off', secret: null, recovery: keeps ? factor.recovery : [], step: 0 } as const
    const notes = store.told(person, 'person.totp_off', 'codes of an app are no longer asked for')
    await store.change(factor, off, notes)
  },
})
