/** JSON with sorted names. Compares what jest cannot: own fields called `__proto__` or `constructor`. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    const sorted: Record<string, unknown> = Object.create(null) as Record<string, unknown>
    for (const name of Object.keys(inner).sort()) sorted[name] = Reflect.get(inner, name)
    return sorted
  })
