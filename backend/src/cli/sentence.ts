import { types } from 'node:util'
import { ConfigError } from '../config.ts'
import { StoreUnavailable } from '../platform/documents/errors.ts'
import { FolderTaken } from '../platform/documents/folder-lock.ts'
import { EphemeralUnavailable } from '../platform/ephemeral/port.ts'
import { InstallationRefused } from '../platform/installation/refusal.ts'
import { withoutSecrets } from '../platform/telemetry/log.ts'
import { MasterSecretRefused } from '../platform/vault/master-secret.ts'
import { ServeRefused } from '../main.ts'
import { Refusal } from './command.ts'

/** Errors whose message was written for the operator. */
const expected = [
  ConfigError,
  EphemeralUnavailable,
  FolderTaken,
  InstallationRefused,
  MasterSecretRefused,
  Refusal,
  ServeRefused,
  StoreUnavailable,
]

interface SystemError extends Error {
  readonly code: string
  readonly port?: number
  readonly address?: string
}
const isSystemError = (error: unknown): error is SystemError =>
  types.isNativeError(error) && 'code' in error && typeof error.code === 'string'

const systemSentence = (error: SystemError): string | undefined => {
  const place = `${error.address ?? ''}:${error.port ?? ''}`
  if (error.code === 'EADDRINUSE') return `The address ${place} is taken by another program: choose another with PORT.`
  if (error.code === 'EACCES' && error.port !== undefined) {
    return `This user may not listen on ${place}: choose a port above 1023 with PORT.`
  }
  if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${place}: choose another with HOST.`
  return undefined
}

/** One sentence for stderr. What nobody expected is told as it is, less anything that looks like a secret. */
export const sentenceOf = (error: unknown): string => {
  if (expected.some((kind) => error instanceof kind) && error instanceof Error) return error.message
  const known = isSystemError(error) ? systemSentence(error) : undefined
  const message = types.isNativeError(error) ? error.message : String(error)
  return known ?? `This failed unexpectedly: ${withoutSecrets(message.split('\n', 1)[0] ?? '')}`
}
