import type { ChangeFeed } from './change-feed.ts'

/**
 * Remembers what `load` gave until anything is announced on the change feed. Changes are rare, so all is forgotten at
 * once. A load that began before a change is handed out but not kept.
 */
export const createCached = <Value>({
  changes,
  load,
  atMost = 10_000,
}: {
  readonly changes: ChangeFeed
  readonly load: (key: string) => Promise<Value>
  readonly atMost?: number
}) => {
  const kept = new Map<string, Promise<Value>>()
  changes.onChange(() => {
    kept.clear()
  })

  return (key: string): Promise<Value> => {
    const known = kept.get(key)
    if (known) return known
    const loading = load(key)
    if (kept.size >= atMost) kept.clear()
    kept.set(key, loading)
    loading.catch(() => {
      if (kept.get(key) === loading) kept.delete(key)
    })
    return loading
  }
}
