import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { DocumentStore } from '../../port.ts'
import type { Sealer } from '../../sealer.ts'
import { createRandomKeySealer } from '../random-key-sealer.ts'
import { runLoad } from './load.ts'

/** The same keys in the killed process and in the one that looks at what it left. */
export const crashSealer = (): Sealer =>
  createRandomKeySealer((merchantId) =>
    createHash('sha256')
      .update(`crash ${String(merchantId)}`)
      .digest(),
  )

/** Body of the process that will be killed: argv holds the place and the round; each acknowledgement is a line. */
export const runChild = async (open: (place: string) => DocumentStore | Promise<DocumentStore>): Promise<void> => {
  const [place = '', round = '0'] = process.argv.slice(2)
  await runLoad(await open(place), Number(round), (stage, id) => {
    writeSync(1, `${stage} ${id}\n`)
  })
}
