import { statSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { findMasterSecret } from '../../platform/installation/master-secret.ts'
import { ok, warn, type Finding } from './finding.ts'

export const checkMasterSecret = (config: Config): Finding => {
  const name = 'master secret'
  const found = findMasterSecret(config)
  if (!found) return warn(name, 'There is none yet.', 'The first start makes one, or set MASTER_SECRET_FILE.')
  if (found.from === 'given') return ok(name, 'Given by MASTER_SECRET. Keep a copy: without it the data is lost.')
  const isOpen = (statSync(found.file).mode & 0o077) !== 0
  return isOpen
    ? warn(name, `${found.file} can be read by other users of this machine.`, `chmod 600 ${found.file}`)
    : ok(name, `${found.file}. Keep a copy elsewhere: without it the data is lost.`)
}

export const checkTransport = ({ production, tls, publicUrl, trustProxyHops }: Config): Finding => {
  const name = 'https'
  if (tls) return ok(name, `This server speaks ${tls.minVersion.replace('v', ' ')} or newer.`)
  if (!production) return ok(name, 'Not needed on your own machine.')
  if (trustProxyHops > 0 && publicUrl?.startsWith('https:')) return ok(name, `A proxy serves ${publicUrl}.`)
  return warn(
    name,
    'Nothing here speaks HTTPS, and in production plain HTTP is refused.',
    'Set TLS_CERT_FILE and TLS_KEY_FILE, or put a proxy before it and set PUBLIC_URL and TRUST_PROXY_HOPS.',
  )
}
