import { isUtf8 } from 'node:buffer'
import { AppError } from '../app-error.ts'

/** No request of ours nests deeper than 5; whatever walks a body may recurse this far without harm. */
const deepest = 32

const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])
const quote = 0x22
const backslash = 0x5c

const isTooDeep = (raw: Buffer): boolean => {
  let depth = 0
  let inText = false
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0
    if (inText) {
      if (byte === backslash) at += 1
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (openers.has(byte)) {
      depth += 1
      if (depth > deepest) return true
    } else if (closers.has(byte)) depth -= 1
  }
  return false
}

export const parseJsonBody = (raw: Buffer): unknown => {
  if (!isUtf8(raw)) throw new AppError('body_malformed', { detail: 'The body is not valid UTF-8.' })
  if (isTooDeep(raw)) throw new AppError('body_malformed', { detail: 'The body is nested too deeply.' })
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch (cause) {
    // The parser's message quotes the body, so it stays inside.
    throw new AppError('body_malformed', { cause })
  }
}

/** A table as it was sent; which lines are good is for the feature to say. */
export const csvBody = (raw: Buffer): string => {
  if (!isUtf8(raw)) throw new AppError('body_malformed', { detail: 'The body is not valid UTF-8.' })
  return raw.toString('utf8')
}
