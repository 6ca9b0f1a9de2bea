import { customInputKinds, type CustomInputKind } from '#contract/custom-inputs.ts'

export interface InputSchema {
  readonly kinds: Readonly<Record<string, CustomInputKind>>
}

export const noSchema: InputSchema = { kinds: {} }

/** What is wrong with a schema file, in a sentence. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused'
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inputName = /^[a-z][a-z0-9_]{0,59}$/

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new SchemaRefused('The schema file is no JSON.')
  }
}

/** `{ "custom_inputs": { "seller": "identifier", "queue": "ignore" } }` */
export const readSchema = (text: string): InputSchema => {
  const schema = parse(text)
  const inputs = isPlain(schema) ? schema['custom_inputs'] : undefined
  if (!isPlain(inputs)) throw new SchemaRefused('The schema file has no "custom_inputs".')
  const kinds: Record<string, CustomInputKind> = {}
  for (const [name, value] of Object.entries(inputs)) {
    const kind = customInputKinds.find((candidate) => candidate === value)
    if (!inputName.test(name))
      throw new SchemaRefused(`${JSON.stringify(name)} in the schema is no name of a custom input.`)
    if (!kind) throw new SchemaRefused(`${name} in the schema is none of ${customInputKinds.join(', ')}.`)
    kinds[name] = kind
  }
  return { kinds }
}
