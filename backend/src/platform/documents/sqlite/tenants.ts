import type { Database } from 'better-sqlite3'
import { StoreUnavailable } from '../errors.ts'
import type { Mode } from '../port.ts'

/** A merchant and a mode, as the small number that begins every key of theirs. */
export interface Tenant {
  readonly number: number
  readonly merchantId: string | null
  readonly mode: Mode | null
}

/** Owner of the documents outside merchant collections. */
export const installation: Tenant = { number: 0, merchantId: null, mode: null }

export interface Tenants {
  find(merchantId: string, mode: Mode): Tenant | undefined
  findOrAdd(merchantId: string, mode: Mode): Tenant
  /** In order of merchant and mode. */
  all(): readonly Tenant[]
}

interface TenantRow {
  readonly number: number
  readonly merchant: string
  readonly mode: Mode
}

export const createTenants = (db: Database): Tenants => {
  const byName = db.prepare<[string, string], TenantRow>('SELECT * FROM tenants WHERE merchant = ? AND mode = ?')
  const add = db.prepare<[string, string]>('INSERT INTO tenants (merchant, mode) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const every = db.prepare<[], TenantRow>('SELECT * FROM tenants ORDER BY merchant, mode')
  // A number never changes hands, so what was read once stays true.
  const known = new Map<string, Tenant>()

  const adapt = ({ number, merchant, mode }: TenantRow): Tenant => ({ number, merchantId: merchant, mode })
  const find = (merchantId: string, mode: Mode): Tenant | undefined => {
    const name = `${mode}/${merchantId}`
    const seen = known.get(name)
    if (seen) return seen
    const row = byName.get(merchantId, mode)
    if (!row) return undefined
    const tenant = adapt(row)
    known.set(name, tenant)
    return tenant
  }

  return {
    find,
    findOrAdd: (merchantId, mode) => {
      const present = find(merchantId, mode)
      if (present) return present
      try {
        add.run(merchantId, mode)
      } catch (error) {
        throw new StoreUnavailable(error)
      }
      const added = find(merchantId, mode)
      if (!added) throw new Error('A tenant that was just added is not there.')
      return added
    },
    all: () => every.all().map(adapt),
  }
}
