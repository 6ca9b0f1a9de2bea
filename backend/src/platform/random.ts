import { randomFillSync } from 'node:crypto'

/** One call to the system's generator serves many small wishes: asking it is dear, copying is not. */
const pool = Buffer.alloc(4096)
let taken = pool.length

/** Bytes nobody else was or will be given; those handed out are wiped from the pool. For small amounts only. */
export const takeRandom = (length: number): Buffer => {
  if (taken + length > pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + length))
  pool.fill(0, taken, taken + length)
  taken += length
  return bytes
}
