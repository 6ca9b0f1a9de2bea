import { createSecretKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createIpFacts } from '../../platform/facts/ip-facts.ts'
import { createStoreKeys } from '../../platform/vault/store-keys.ts'
import { createDerive } from '../assessments/service.ts'
import { createPrepare, type PrepareSettings } from './prepare.ts'
import type { NumberedText } from './read-in-time.ts'

export interface PrepareJob {
  readonly settings: PrepareSettings
  readonly key: Uint8Array
}

/** Entry of the thread that reads and derives: lines in, orders without anything raw out, in the same order. */
const port = parentPort
if (port) {
  const { settings, key } = workerData as PrepareJob
  const ips = await createIpFacts()
  await ips.networksReady
  const prepare = createPrepare(createDerive({ ips }), createStoreKeys([createSecretKey(key)]), settings)
  port.on('message', (lines: readonly NumberedText[]) => {
    port.postMessage(lines.map(({ number, text }) => prepare(number, text)))
  })
}
