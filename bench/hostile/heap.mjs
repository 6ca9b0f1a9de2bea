import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Loaded before the program by the hostile run alone: says how much is in use after a forced collection. */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('message', (asked) => {
  if (asked !== 'heap') return
  collect()
  setImmediate(() => {
    collect()
    process.send({ heapUsed: process.memoryUsage().heapUsed })
  })
})
