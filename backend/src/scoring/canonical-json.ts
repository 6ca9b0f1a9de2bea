/**
 * RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes
 * them, no white space. The same value gives the same bytes in every language.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value as Readonly<Record<string, unknown>>)
  throw new TypeError(`${typeof value} has no canonical JSON`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`)
  return String(value)
}

/** Printable ASCII without quotation mark and backslash needs no escaping; nearly all that we write is that. */
const plain = /^[ !#-[\]-~]*$/

/** JSON.stringify escapes half a character, which is not Unicode; the RFC refuses it. Under the u flag only such match. */
function canonicalString(value: string): string {
  if (plain.test(value)) return `"${value}"`
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A lone surrogate has no canonical JSON')
  return JSON.stringify(value)
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    members += `${members === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}
