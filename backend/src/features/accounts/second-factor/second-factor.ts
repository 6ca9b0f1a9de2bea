import { AppError } from '../../../platform/app-error.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditAction } from '../../audit/service.ts'
import { mailEntry } from '../../mail/service.ts'
import { factors, signInRules, type Factor, type FactorDocument, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import { createRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { createTotpSecret, stepOfCode, totpPicture, totpUri } from './totp.ts'

const nothingYet = (id: string): FactorDocument => ({
  ...{ id, revision: 0, totp: 'off', secret: null, step: 0, recovery: [], countries: [] },
})

type Change = Partial<Omit<FactorDocument, 'id' | 'revision'>>

export const createSecondFactor = (deps: AccountDeps) => {
  const { documents, clock, vault, settings, changes } = deps
  const operator = documents.operator()
  const security = `${settings.linkBase}/account`
  const of = async (personId: string): Promise<FactorDocument> =>
    (await operator.get(factors, personId)) ?? nothingYet(personId)
  const open = ({ id, secret }: FactorDocument): string =>
    secret === null ? '' : vault.openSecret(secret, factors.name, id, 'totp')

  /** False: somebody else changed it since it was read, for one by using the same code. */
  const save = async (
    before: FactorDocument,
    change: Change,
    followers: Parameters<typeof operator.write>[1] = [],
  ): Promise<boolean> => {
    const { id, revision } = before
    const set = { ...change, revision: revision + 1 }
    try {
      if (revision === 0) await operator.write({ insert: factors, document: { ...before, ...set } }, followers)
      else await operator.write({ update: factors, id, changes: { set }, expect: { revision } }, followers)
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  const trace = ({ id, organization_id: organization }: PersonDocument, action: AuditAction) =>
    operatorAuditEntry({
      ...{ organization_id: organization, actor: { type: 'person', id }, action },
      ...{ object: { type: 'person', id }, at: clock() },
    })
  const told = (person: PersonDocument, action: AuditAction, what: string) => {
    const data = { what, security, at: new Date(clock()).toUTCString() }
    const letter = { kind: 'second-factor-changed', to: person.email, data } as const
    return [trace(person, action), mailEntry(letter, { at: clock() })]
  }

  const changed = async (saved: boolean): Promise<void> => {
    if (!saved) throw new AppError('code_wrong')
    await changes.announce()
  }

  const isRequired = async ({
    organization_id: organization,
    role,
  }: Pick<PersonDocument, 'organization_id' | 'role'>) => {
    if (settings.production && (role === 'owner' || role === 'admin')) return true
    return (await operator.get(signInRules, organization))?.second_factor === true
  }

  /** A code works once: taking it is a compare-and-swap on the half minute it belongs to, or on the codes that are left. */
  const use = async (person: PersonDocument, code: string): Promise<Exclude<Factor, 'password'> | undefined> => {
    const factor = await of(person.id)
    if (factor.totp !== 'on') return undefined
    const step = stepOfCode(open(factor), code.replace(/\s/g, ''), clock())
    if (step !== undefined) return step > factor.step && (await save(factor, { step })) ? 'totp' : undefined
    const digest = recoveryDigest(code)
    if (!factor.recovery.includes(digest)) return undefined
    const recovery = factor.recovery.filter((one) => one !== digest)
    const what = `a recovery code was used; ${recovery.length} are left`
    return (await save(factor, { recovery }, told(person, 'person.recovery_code_used', what)))
      ? 'recovery_code'
      : undefined
  }

  const drawCodes = () => {
    const codes = createRecoveryCodes()
    return { codes, recovery: codes.map(recoveryDigest) }
  }

  return {
    of,
    isRequired,
    use,
    isOwed: async (person: PersonDocument): Promise<boolean> =>
      (await isRequired(person)) && (await of(person.id)).totp !== 'on',
    start: async (person: PersonDocument) => {
      const factor = await of(person.id)
      if (factor.totp === 'on') throw new AppError('validation_failed', { detail: 'An app is set up already.' })
      const secret = createTotpSecret()
      const sealed = vault.sealSecret(secret, factors.name, person.id, 'totp')
      await changed(await save(factor, { totp: 'pending', secret: sealed, step: 0 }))
      const uri = totpUri(secret, person.email)
      return { secret, uri, qr: totpPicture(uri) }
    },
    /** The first code shows that the app has the secret; recovery codes are drawn with it. */
    confirm: async (person: PersonDocument, code: string): Promise<readonly string[]> => {
      const factor = await of(person.id)
      const step = factor.totp === 'pending' ? stepOfCode(open(factor), code.replace(/\s/g, ''), clock()) : undefined
      if (step === undefined) throw new AppError('code_wrong')
      const { codes, recovery } = drawCodes()
      const notes = told(person, 'person.totp_on', 'codes of an app are asked for from now on')
      await changed(await save(factor, { totp: 'on', step, recovery }, notes))
      return codes
    },
    redraw: async (person: PersonDocument): Promise<readonly string[]> => {
      const factor = await of(person.id)
      if (factor.totp !== 'on') throw new AppError('validation_failed', { detail: 'No app is set up.' })
      const { codes, recovery } = drawCodes()
      await changed(await save(factor, { recovery }, told(person, 'person.recovery_codes_drawn', 'new recovery codes')))
      return codes
    },
    remove: async (person: PersonDocument): Promise<void> => {
      if (await isRequired(person)) {
        throw new AppError('second_factor_required', {
          detail: 'A second factor is asked for here: set up another app first.',
        })
      }
      const factor = await of(person.id)
      const off = { totp: 'off', secret: null, recovery: [], step: 0 } as const
      await changed(await save(factor, off, told(person, 'person.totp_off', 'codes of an app are no longer asked for')))
    },
    noteCountry: async (personId: string, country: string): Promise<void> => {
      const factor = await of(personId)
      if (!factor.countries.includes(country)) {
        await save(factor, { countries: [...factor.countries, country].slice(-20) })
      }
    },
    require: async (person: PersonDocument, required: boolean): Promise<void> => {
      const { organization_id: id } = person
      const create = { id, second_factor: required }
      const entry = operatorAuditEntry({
        ...{ organization_id: id, actor: { type: 'person', id: person.id }, at: clock() },
        ...{ action: 'organization.second_factor_set', details: { required } },
      })
      const change = { set: { second_factor: required } }
      await operator.write({ upsert: signInRules, id, create, changes: change }, [entry])
      await changes.announce()
    },
  }
}
export type SecondFactor = ReturnType<typeof createSecondFactor>
