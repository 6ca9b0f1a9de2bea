import { useLocation } from 'preact-iso'
import { useCallback } from 'preact/hooks'
import type { ConsoleStore } from '#contract/console.ts'
import { useMe } from './me.ts'

export type Mode = 'test' | 'live'

export interface Place {
  readonly store: ConsoleStore
  readonly mode: Mode
  readonly zone: string
  /** Address of a page of this store and mode. */
  readonly to: (page: string) => string
  /** Path of a console call about this store and mode. */
  readonly api: (path: string) => string
}

export const pagePath = (storeId: string, mode: Mode, page: string): string => `/${storeId}/${mode}/${page}`

/** Store and mode stand in the address, so a link shows its reader the same data. */
export const usePlace = (): Place => {
  const { path } = useLocation()
  const { stores } = useMe()
  const [, storeId, modeWord] = path.split('/')
  const store = stores.find(({ id }) => id === storeId) ?? stores[0]
  if (!store) throw new Error('A page of a store needs a store.')
  const mode: Mode = modeWord === 'test' ? 'test' : 'live'
  return {
    store,
    mode,
    zone: store.time_zone,
    to: (page) => pagePath(store.id, mode, page),
    api: (path) => `/stores/${store.id}/${mode}/${path}`,
  }
}

/** Filters live in the address; Back undoes them. */
export const useQuery = () => {
  const { path, query, route } = useLocation()
  const change = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, replace = false) => {
      const next = new URLSearchParams(query)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      const search = next.toString()
      route(search ? `${path}?${search}` : path, replace)
    },
    [path, query, route],
  )
  return { query, change }
}
