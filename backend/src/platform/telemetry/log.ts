import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Names that may hold secrets or people, wherever they stand. Bodies are never logged at all; this is the second net. */
const secretNames = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'key',
  'secret_key',
  'signing_secret',
  'email',
  'address',
  'phone',
  'body',
  'headers',
]
const redacted = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** Values with the shape of a secret are cut out of free text (error messages of other people's code). */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/gf[spk]_(?:live|test)_[0-9A-Za-z]+/g, '[key]'],
  [/[^\s@"'<>()]{1,64}@[^\s@"'<>()]{1,255}/g, '[address]'],
  [/\b\d[\d -]{11,30}\d\b/g, '[digits]'],
  [/\/\/[^/\s:@]{1,100}:[^/\s@]{1,200}@/g, '//[credentials]@'],
]
export const withoutSecrets = (text: string): string =>
  shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text)

interface PlainError {
  readonly type: string
  readonly message: string
  readonly stack?: string
  readonly cause?: PlainError
}

const plainError = (error: unknown, depth = 0): PlainError => {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error).slice(0, 500)) }
  return {
    type: error.name,
    message: withoutSecrets(error.message.slice(0, 500)),
    ...(error.stack === undefined ? {} : { stack: withoutSecrets(error.stack.slice(0, 4000)) }),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: plainError(error.cause, depth + 1) }),
  }
}

export const createLog = ({ level, to }: { readonly level: string; readonly to?: DestinationStream }): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: (error: unknown) => plainError(error) },
    },
    to ?? pino.destination({ dest: 1, sync: false, minLength: 4096 }),
  )
