/** A source that answered in time, or why it did not. */
export type Read<Value> = { readonly value: Value } | { readonly cause: 'late' | 'broken' }

/** Waits for a source no longer than the budget; whatever it does later disturbs nobody. */
export const within = async <Value>(budgetMs: number, load: () => Promise<Value>): Promise<Read<Value>> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Read<Value>>((resolve) => {
    timer = setTimeout(() => {
      resolve({ cause: 'late' })
    }, budgetMs)
  })
  const read = async (): Promise<Read<Value>> => {
    try {
      return { value: await load() }
    } catch {
      return { cause: 'broken' }
    }
  }
  try {
    return await Promise.race([read(), late])
  } finally {
    clearTimeout(timer)
  }
}
