import type { Mode } from '../platform/documents/port.ts'
import { UsageError, type Given } from './command.ts'

export const optionalText = (given: Given, name: string): string | undefined => {
  const value = given[name]
  if (value === undefined) return undefined
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new UsageError(`--${name} needs a value.`)
}

export const text = (given: Given, name: string): string => {
  const value = optionalText(given, name)
  if (value === undefined) throw new UsageError(`--${name} is missing.`)
  return value
}

export const texts = (given: Given, name: string): readonly string[] => {
  const value = given[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export const oneOf = <Choice extends string>(given: Given, name: string, choices: readonly Choice[]): Choice => {
  const value = text(given, name)
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw new UsageError(`--${name} is one of ${choices.join(', ')}, not ${value}.`)
  return choice
}

export const mode = (given: Given): Mode => oneOf(given, 'mode', ['test', 'live'] as const)

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const longest = 30 * unitMs.d

/** `90s`, `15m`, `24h`, `7d`. */
export const duration = (given: Given, name: string, fallback: string): number => {
  const value = optionalText(given, name) ?? fallback
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(value) ?? []
  const milliseconds = Number(amount) * unitMs[(unit ?? 's') as keyof typeof unitMs]
  if (amount === undefined || milliseconds > longest) {
    throw new UsageError(`--${name} is a time such as 0s, 15m, 24h or 7d, at most 30d, not ${value}.`)
  }
  return milliseconds
}
