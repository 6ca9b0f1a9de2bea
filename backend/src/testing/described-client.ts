import { createHmac, randomBytes } from 'node:crypto'

/**
 * A client that knows one address and what `/openapi.json` says there: how to sign, what to send, where it is read back.
 * It imports nothing of ours, so that whatever the description leaves out makes it fail.
 */

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly description?: string
}

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
  readonly 'x-signed-text'?: string
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, { readonly type: string; readonly scheme?: string }>>
  }
  readonly 'x-signature': {
    readonly algorithm: string
    readonly key: string
    readonly encoding: string
    readonly sent_as: Readonly<Record<'timestamp' | 'nonce' | 'signature', string>>
  }
  readonly 'x-signature-vectors': {
    readonly secret: string
    readonly timestamp: string
    readonly nonce: string
    readonly vectors: readonly {
      readonly method: string
      readonly target: string
      readonly body: string
      readonly signature: string
    }[]
  }
}

/** What an operator hands over, by the prefix that the description names. */
export interface Credentials {
  readonly publishableKey: string
  readonly secretKey: string
  readonly signingSecret: string
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the description does not say ${what}`)
  return value
}

const fill = (template: string, parts: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => must(parts[name], `what {${name}} is`))

/** A value that fits: required fields alone, the smallest number, the first letter of each class. */
const sampleOf = (schema: Schema, given: Readonly<Record<string, unknown>>, at: string): unknown => {
  if (at in given) return given[at]
  if (schema.enum) return schema.enum[0]
  const type = Array.isArray(schema.type) ? String(schema.type[0]) : schema.type
  if (type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(
      ([name]) => schema.required?.includes(name) === true || `${at}/${name}` in given,
    )
    return Object.fromEntries(wanted.map(([name, field]) => [name, sampleOf(field, given, `${at}/${name}`)]))
  }
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, 1)
  if (type === 'boolean') return true
  return textFor(must(schema.pattern, `how ${at} is written`))
}

/** Enough for patterns like ^[A-Z]{3}$. */
const textFor = (pattern: string): string => {
  const [, first = '', count = ''] = must(
    /^\^\[(.)[^\]]*\]\{(\d+)\}\$$/.exec(pattern) ?? undefined,
    `a simple ${pattern}`,
  )
  return first.repeat(Number(count))
}

export const createDescribedClient = (url: string, description: Description, credentials: Credentials) => {
  const rule = description['x-signature']

  const operationOf = (method: string, path: string): Operation =>
    must(description.paths[path]?.[method.toLowerCase()], `that there is ${method} ${path}`)

  const sign = (secret: string, text: string, parts: Readonly<Record<string, string>>): string => {
    if (rule.algorithm !== 'HMAC-SHA256' || !rule.encoding.startsWith('hex'))
      throw new Error('another algorithm is asked for')
    if (!/UTF-8 bytes/.test(rule.key)) throw new Error('the description does not say what the key is made of')
    return createHmac('sha256', Buffer.from(secret, 'utf8')).update(fill(text, parts)).digest('hex')
  }

  /** What any careful reader does first. Operations that are not there (any more) prove nothing. */
  const checkVectors = (): number => {
    const { secret, timestamp, nonce, vectors } = description['x-signature-vectors']
    const known = vectors.filter(
      ({ method, target }) => description.paths[target]?.[method.toLowerCase()] !== undefined,
    )
    for (const { method, target, body, signature } of known) {
      const text = must(operationOf(method, target)['x-signed-text'], `what ${method} ${target} signs`)
      if (sign(secret, text, { timestamp, nonce, method, target, body }) !== signature)
        throw new Error('a vector does not fit')
    }
    return known.length
  }

  const signatureHeaders = (
    operation: Operation,
    method: string,
    target: string,
    body: string,
  ): Record<string, string> => {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const nonce = randomBytes(16).toString('hex')
    const text = must(operation['x-signed-text'], `what ${method} ${target} signs`)
    const parts = {
      timestamp,
      nonce,
      signature: sign(credentials.signingSecret, text, { timestamp, nonce, method, target, body }),
    }
    const { sent_as: names } = rule
    return { [names.timestamp]: parts.timestamp, [names.nonce]: parts.nonce, [names.signature]: parts.signature }
  }

  const headersFor = (operation: Operation, method: string, target: string, body: string): Record<string, string> => {
    const headers: Record<string, string> = {}
    const scheme = Object.keys(operation.security?.[0] ?? {})[0]
    if (scheme !== undefined) {
      if (description.components.securitySchemes[scheme]?.scheme !== 'bearer')
        throw new Error('the first way in is no bearer token')
      headers['Authorization'] = `Bearer ${credentials.secretKey}`
    }
    if (operation['x-signed-text'] !== undefined)
      Object.assign(headers, signatureHeaders(operation, method, target, body))
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in !== 'header' || parameter.required !== true || parameter.name in headers) continue
      if (!/idempotency/i.test(parameter.name)) throw new Error(`nothing says what ${parameter.name} is`)
      headers[parameter.name] = randomBytes(12).toString('hex')
    }
    for (const { name, schema } of operation.parameters ?? []) {
      const value = headers[name]
      if (value === undefined || schema.pattern === undefined) continue
      if (!new RegExp(schema.pattern).test(value)) throw new Error(`${name} does not fit ${schema.pattern}`)
    }
    return headers
  }

  const call = async (
    method: string,
    path: string,
    given: { readonly path?: Readonly<Record<string, string>>; readonly body?: Readonly<Record<string, unknown>> },
  ): Promise<Answer> => {
    const operation = operationOf(method, path)
    const target = fill(path, given.path ?? {})
    const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    const body = media === undefined ? '' : JSON.stringify(sampleOf(media.schema, given.body ?? {}, ''))
    const answer = await fetch(url + target, {
      method,
      headers: {
        ...headersFor(operation, method, target, body),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(type === undefined ? {} : { body }),
    })
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  }

  /** Required fields of the answer that are not there. */
  const missingIn = (method: string, path: string, { status, body }: Answer): readonly string[] => {
    const described = must(
      operationOf(method, path).responses[String(status)]?.content?.['application/json'],
      `what ${status} is`,
    )
    return (described.schema.required ?? []).filter((name) => !(name in body))
  }

  return { checkVectors, call, missingIn }
}
