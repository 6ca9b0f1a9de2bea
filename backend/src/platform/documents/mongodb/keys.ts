import type { Tenant } from './stored.ts'

/** No merchant id holds a slash after this, so no two tenants can meet in one key. */
export const prefixOf = (tenant: Tenant | null): string =>
  tenant ? `${encodeURIComponent(tenant.merchantId)}/${tenant.mode}/` : ''

export const idOf = (key: string, tenant: Tenant | null): string => key.slice(prefixOf(tenant).length)

/** Merchant and mode are part of every filter, also beside the key: they are the shard key. */
export const tenantFilter = (tenant: Tenant | null): { m?: string; t?: 'test' | 'live' } =>
  tenant ? { m: tenant.merchantId, t: tenant.mode } : {}
