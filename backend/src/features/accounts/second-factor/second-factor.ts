import type { Factor, PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import { createEnrolment } from './enrolment.ts'
import { createFactorRule } from './factor-rule.ts'
import { createFactorStore } from './factor-store.ts'
import { recoveryDigest } from './recovery-codes.ts'
import { stepOfCode } from './totp.ts'

/** Countries that are remembered of a person. */
const mostCountries = 20

export const createSecondFactor = (deps: AccountDeps) => {
  const { clock } = deps
  const store = createFactorStore(deps)
  const rule = createFactorRule(deps)

  /** A code works once: taking it is a compare-and-swap on the half minute it belongs to, or on the codes that are left. */
  const use = async (person: PersonDocument, code: string): Promise<Exclude<Factor, 'password'> | undefined> => {
    const factor = await store.of(person.id)
    if (factor.totp !== 'on') return undefined
    const step = stepOfCode(store.open(factor), code.replace(/\s/g, ''), clock())
    if (step !== undefined) return step > factor.step && (await store.save(factor, { step })) ? 'totp' : undefined
    const digest = recoveryDigest(code)
    if (!factor.recovery.includes(digest)) return undefined
    const recovery = factor.recovery.filter((one) => one !== digest)
    const what = `a recovery code was used; ${recovery.length} are left`
    const isTaken = await store.save(factor, { recovery }, store.told(person, 'person.recovery_code_used', what))
    return isTaken ? 'recovery_code' : undefined
  }

  return {
    ...rule,
    ...createEnrolment({ clock, store, isRequired: rule.isRequired }),
    of: store.of,
    use,
    isOwed: async (person: PersonDocument): Promise<boolean> =>
      (await rule.isRequired(person)) && (await store.of(person.id)).totp !== 'on',
    noteCountry: async (personId: string, country: string): Promise<void> => {
      const factor = await store.of(personId)
      if (factor.countries.includes(country)) return
      await store.save(factor, { countries: [...factor.countries, country].slice(-mostCountries) })
    },
  }
}
export type SecondFactor = ReturnType<typeof createSecondFactor>
