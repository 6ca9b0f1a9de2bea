import type { Clock } from '../../../platform/clock.ts'
import type { Factor } from '../collections.ts'
import type { FactorHolder, FactorStore } from './factor-store.ts'
import { recoveryDigest } from './recovery-codes.ts'
import { stepOfCode } from './totp.ts'

interface Deps<Holder extends FactorHolder> {
  readonly clock: Clock
  readonly store: FactorStore<Holder>
}

/** A code works once: taking it is a compare-and-swap on the half minute it belongs to, or on the codes that are left. */
export const createTakeCode =
  <Holder extends FactorHolder>({ clock, store }: Deps<Holder>) =>
  async (holder: Holder, code: string): Promise<Extract<Factor, 'totp' | 'recovery_code'> | undefined> => {
    const factor = await store.of(holder.id)
    const given = code.replace(/\s/g, '')
    const step = factor.totp === 'on' ? stepOfCode(store.open(factor), given, clock()) : undefined
    if (step !== undefined) return step > factor.step && (await store.save(factor, { step })) ? 'totp' : undefined
    const digest = recoveryDigest(code)
    if (!factor.recovery.includes(digest)) return undefined
    const recovery = factor.recovery.filter((one) => one !== digest)
    const what = `a recovery code was used; ${recovery.length} are left`
    const isTaken = await store.save(factor, { recovery }, store.told(holder, 'person.recovery_code_used', what))
    return isTaken ? 'recovery_code' : undefined
  }
