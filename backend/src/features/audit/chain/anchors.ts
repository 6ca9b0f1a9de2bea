import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { canonicalJson } from '../../../scoring/canonical-json.ts'

/** Where a chain stood at an instant, signed and kept outside the database. */
export interface Anchor {
  readonly at: string
  readonly organization_id: string
  readonly seq: number
  readonly digest: string
  /** Ed25519 over the canonical JSON of the members above, base64. */
  readonly signature: string
}
export type Unsigned = Omit<Anchor, 'signature'>

/** PKCS #8 of an Ed25519 key, before its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key is made from a secret of the vault: whoever holds the database alone can sign nothing. */
export const anchorKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, seed.subarray(0, 32)]), format: 'der', type: 'pkcs8' })

const bytesOf = ({ at, organization_id, seq, digest }: Unsigned): Buffer =>
  Buffer.from(canonicalJson({ at, organization_id, seq, digest }))

export const signAnchor = (key: KeyObject, anchor: Unsigned): Anchor => ({
  ...anchor,
  signature: sign(null, bytesOf(anchor), key).toString('base64'),
})

export const isGenuine = (key: KeyObject, anchor: Anchor): boolean =>
  verify(null, bytesOf(anchor), createPublicKey(key), Buffer.from(anchor.signature, 'base64'))

/** For third parties, to check anchors without the vault. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

export const appendAnchors = (file: string, anchors: readonly Anchor[]): void => {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The braces and what is between: in a mail or a syslog file something stands before them. */
const parseLine = (line: string): Anchor | null => {
  try {
    return JSON.parse(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1)) as Anchor
  } catch {
    return null
  }
}

/** null stands for a line that is no anchor: half written, or changed. */
export const readAnchors = (file: string): readonly (Anchor | null)[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map(parseLine)
    : []
