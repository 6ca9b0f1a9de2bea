export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

const boundsOf = ({ minimum, maximum, maxLength, format, pattern }: JsonSchema): string => {
  const parts = [
    format,
    minimum === undefined || maximum === undefined ? undefined : `${minimum} to ${maximum}`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    pattern,
  ]
  const told = parts.filter((part) => part !== undefined)
  return told.length === 0 ? '' : ` (${told.join(', ')})`
}

const line = (name: string, schema: JsonSchema, required: boolean, indent: string): string =>
  `${indent}${name}${required ? '' : '?'}: ${schemaText(schema, indent)}`

/** A schema as a person reads it: names, types, `?` for what may be left out. */
export const schemaText = (schema: JsonSchema, indent = ''): string => {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((one) => schemaText(one, indent)).join(' | ')
  if (schema.items) return `[ ${schemaText(schema.items, indent)} ]`
  const names = Object.entries(schema.properties ?? {})
  if (names.length > 0) {
    const inner = `${indent}  `
    const lines = names.map(([name, field]) => line(name, field, schema.required?.includes(name) === true, inner))
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  const types = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'anything')
  return `${String(types)}${boundsOf(schema)}`
}
