import { now, wait, yieldToPage } from './page-time.ts'
import type { Scratch, Source } from './source.ts'

type Sources = Readonly<Record<string, Source>>

export interface Answers<Names extends string> {
  /** undefined where the source threw, was late or had nothing to say. */
  readonly values: Readonly<Record<Names, unknown>>
  /** Time the page could not use: the synchronous parts of all sources. */
  readonly workMs: number
}

/**
 * Asks every source, gives the page a turn after each, and waits for the late ones until the deadline.
 * The only place that times, catches and finishes answers; `finish` turns a value into what is sent.
 */
export async function run<Registry extends Sources>(
  sources: Registry,
  deadline: number,
  finish: (value: unknown) => unknown = (value) => value,
): Promise<Answers<Extract<keyof Registry, string>>> {
  const scratch: Scratch = {}
  const values: Record<string, unknown> = {}
  let workMs = 0

  const late = wait(deadline - now()).then(() => Promise.reject(new Error('late')))
  late.catch(() => undefined)

  const timed = <Value>(step: () => Value): Value => {
    const from = now()
    try {
      return step()
    } finally {
      workMs += now() - from
    }
  }
  const ask = async (name: string, source: Source): Promise<void> => {
    try {
      const first = await Promise.race([timed(() => source(scratch)), late])
      const value: unknown =
        typeof first === 'function' ? await Promise.race([timed(first as () => unknown), late]) : first
      values[name] = timed(() => finish(value))
    } catch {
      values[name] = undefined
    }
  }

  const asked: Promise<void>[] = []
  for (const [name, source] of Object.entries(sources)) {
    values[name] = undefined
    if (now() < deadline) asked.push(ask(name, source))
    await yieldToPage()
  }
  await Promise.all(asked)
  return { values: values as Answers<Extract<keyof Registry, string>>['values'], workMs }
}
