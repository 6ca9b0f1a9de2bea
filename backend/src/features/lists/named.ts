import type { ListSearch } from '#contract/lists.ts'
import { AppError } from '../../platform/app-error.ts'
import type { ListDeps, Tenant } from './deps.ts'
import { namedBy, nameIdentifier, Unnameable, type NamedIdentifier } from './name-identifier.ts'

export const invalid = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

/** What a request names: a value, its hash, an address, or whatever an order of this store had. */
export const createNamed = ({ storeKeys, identifiersOf }: Pick<ListDeps, 'storeKeys' | 'identifiersOf'>) => {
  const nameOf = async (tenant: Tenant, named: ListSearch): Promise<NamedIdentifier> => {
    const { assessment_id: assessmentId, ...naming } = named
    const keys = await storeKeys(tenant.merchantId)
    if (assessmentId === undefined) return nameIdentifier(keys, naming)
    if ([naming.value, naming.value_sha256, naming.ref, naming.address].some((given) => given !== undefined)) {
      throw new Unnameable('assessment_id', 'An assessment stands alone: its own identifier is meant.')
    }
    const found = (await identifiersOf(tenant, assessmentId))[naming.kind]
    if (!found) throw new Unnameable('assessment_id', 'This order has no identifier of this kind.')
    return namedBy(keys, found.id, found.hint)
  }

  return (tenant: Tenant, wanted: ListSearch): Promise<NamedIdentifier> =>
    nameOf(tenant, wanted).catch((error: unknown) => {
      throw error instanceof Unnameable ? invalid(`/${error.field}`, error.message) : error
    })
}
