import { AppError } from '../../../platform/app-error.ts'
import type { PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import type { PasskeyDocument } from '../passkeys/collections.ts'
import { createPasskeyStore } from '../passkeys/passkey-store.ts'
import { createEnrolment, drawCodes } from './enrolment.ts'
import { createFactorRule } from './factor-rule.ts'
import { createFactorStore, createPersonNotes } from './factor-store.ts'
import { createTakeCode } from './take-code.ts'

/** Countries that are remembered of a person. */
const mostCountries = 20

export const createSecondFactor = (deps: AccountDeps) => {
  const { clock } = deps
  const store = createFactorStore(deps, createPersonNotes(deps))
  const rule = createFactorRule(deps)
  const passkeys = createPasskeyStore(deps)
  const hasAny = async ({ id }: Pick<PersonDocument, 'id'>): Promise<boolean> =>
    (await store.of(id)).totp === 'on' || (await passkeys.hasAny(id))

  return {
    ...rule,
    passkeys,
    ...createEnrolment({ clock, store, isRequired: rule.isRequired, hasPasskeys: passkeys.hasAny }),
    of: store.of,
    use: createTakeCode({ clock, store }),
    hasAny,
    /** Recovery codes come with the first second factor. None where somebody drew them at the same moment. */
    drawFirst: async (person: PersonDocument): Promise<readonly string[]> => {
      const factor = await store.of(person.id)
      if (factor.recovery.length > 0 || factor.totp === 'on') return []
      const { codes, recovery } = drawCodes()
      return (await store.save(factor, { recovery })) ? codes : []
    },
    /** Throws `second_factor_required` when one is asked for and this passkey is the only one. */
    requireAnother: async (person: PersonDocument, { id }: PasskeyDocument): Promise<void> => {
      const hasOther = (await passkeys.of(person.id)).some((passkey) => passkey.id !== id)
      if (hasOther || (await store.of(person.id)).totp === 'on' || !(await rule.isRequired(person))) return
      throw new AppError('second_factor_required', {
        detail: 'A second factor is asked for here. Set up another first.',
      })
    },
    /** Recovery codes stand in for a factor: without one they are no longer kept. */
    forgetUnused: async (personId: string): Promise<void> => {
      if (await hasAny({ id: personId })) return
      await store.save(await store.of(personId), { recovery: [] })
    },
    isOwed: async (person: PersonDocument): Promise<boolean> =>
      (await rule.isRequired(person)) && !(await hasAny(person)),
    noteCountry: async (personId: string, country: string): Promise<void> => {
      const factor = await store.of(personId)
      if (factor.countries.includes(country)) return
      await store.save(factor, { countries: [...factor.countries, country].slice(-mostCountries) })
    },
  }
}
export type SecondFactor = ReturnType<typeof createSecondFactor>
