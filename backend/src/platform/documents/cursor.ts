import { InvalidCursor } from './errors.ts'

export type CursorPart = string | number | boolean | null

export const writeCursor = (parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const isPart = (value: unknown): value is CursorPart =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** Cursors come back from callers: only a list of the expected length that ends with an id is let in, and only ever as values. */
export const readCursor = (cursor: string, length: number): readonly CursorPart[] => {
  const parts = parse(cursor)
  const fits = Array.isArray(parts) && parts.length === length && parts.every(isPart)
  if (fits && typeof parts.at(-1) === 'string') return parts
  throw new InvalidCursor()
}
