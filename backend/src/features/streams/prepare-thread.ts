import { parentPort, workerData } from 'node:worker_threads'
import { createIpFacts } from '../../platform/facts/ip-facts.ts'
import { createDerive } from '../assessments/service.ts'
import { passingKeys } from './passing-keys.ts'
import { createPrepare, type PrepareSettings } from './prepare.ts'
import type { NumberedText } from './read-in-time.ts'

/** Entry of the thread that reads and derives: lines in, orders without anything raw out, in the same order. */
const port = parentPort
if (port) {
  const ips = await createIpFacts()
  await ips.networksReady
  const prepare = createPrepare(createDerive({ ips }), passingKeys, workerData as PrepareSettings)
  port.on('message', (lines: readonly NumberedText[]) => {
    // One text crosses at a third of the cost of a thousand objects.
    port.postMessage(JSON.stringify(lines.map(({ number, text }) => prepare(number, text))))
  })
}
