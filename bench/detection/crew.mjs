import { fork } from 'node:child_process'
import { join } from 'node:path'

/** Does jobs in processes of their own, as many at once as there are hands; results in the order of the jobs. */
export const runJobs = (list, { hands, say }) =>
  new Promise((resolve, reject) => {
    const results = []
    const waiting = [...list.entries()]
    let open = list.length
    const start = (hand) => {
      const worker = fork(join(import.meta.dirname, 'worker.mjs'), [String(hand)], {
        execArgv: ['--max-old-space-size=3000'],
      })
      let current
      const next = () => {
        const taken = waiting.shift()
        if (!taken) return worker.disconnect()
        current = taken[0]
        worker.send(taken[1])
      }
      worker.on('message', ({ said, result, ready }) => {
        if (said) say(said)
        if (result) {
          results[current] = result
          open -= 1
          say(`${list[current].name}: done, ${open} of ${list.length} left`)
        }
        if (result || ready) next()
        if (open === 0) resolve(results)
      })
      worker.on('exit', (code) => code !== 0 && reject(new Error(`A worker ended with code ${code}`)))
    }
    for (let hand = 0; hand < Math.min(hands, list.length); hand += 1) start(hand)
  })
