import type { DocumentStore } from '../../port.ts'
import { findBrokenPromises } from './check-round.ts'
import { buildChild, runAndKill } from './run-and-kill.ts'

export interface CrashCase {
  readonly name: string
  readonly rounds: number
  /** File in this folder that opens the engine and calls runChild. */
  readonly child: string
  /** File or address, handed to the child. */
  readonly place: () => string
  readonly open: () => Promise<DocumentStore>
}

/** Kills a writing process again and again; what it acknowledged is there, and no head is without its followers. */
export const describeCrashes = ({ name, rounds, child, place, open }: CrashCase): void => {
  test(`${name}: killed ${rounds} times under load, nothing acknowledged is lost and nothing is half there`, async () => {
    const script = await buildChild(child)
    let acknowledged = 0
    for (let round = 1; round <= rounds; round += 1) {
      const told = await runAndKill(script, place(), round)
      acknowledged += told.get('received')?.length ?? 0
      const store = await open()
      await store.sweep()
      const broken = await findBrokenPromises(store, round, told)
      await store.close()
      expect(broken).toEqual([])
    }
    // The load was real: otherwise the promises above were kept by doing nothing.
    expect(acknowledged).toBeGreaterThan(rounds)
  }, 300_000)
}
