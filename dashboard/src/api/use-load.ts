import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from './problem.ts'

export interface Loaded<T> {
  readonly data: T | undefined
  readonly problem: ApiProblem | undefined
  /** True once waiting has lasted 300 ms; until then the old rows stay. */
  readonly slow: boolean
  readonly loadedAt: number | undefined
  readonly reload: () => void
  readonly replace: (data: T) => void
}

const patienceMs = 300

/** Loads again whenever the key changes; what was there stays until the new answer is. */
export const useLoad = <T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> => {
  const [state, setState] = useState<Pick<Loaded<T>, 'data' | 'problem' | 'slow' | 'loadedAt'>>({
    data: undefined,
    problem: undefined,
    slow: false,
    loadedAt: undefined,
  })
  const [round, setRound] = useState(0)
  const latest = useRef(load)
  latest.current = load

  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(() => setState((old) => ({ ...old, slow: true })), patienceMs)
    latest
      .current(controller.signal)
      .then(
        (data) => setState({ data, problem: undefined, slow: false, loadedAt: Date.now() }),
        (error: unknown) => {
          if (controller.signal.aborted) return
          const problem = error instanceof ApiProblem ? error : new ApiProblem(0, 'unknown', String(error), null, [])
          setState((old) => ({ ...old, problem, slow: false }))
        },
      )
      .finally(() => clearTimeout(timer))
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, round])

  const reload = useCallback(() => setRound((number) => number + 1), [])
  const replace = useCallback((data: T) => setState((old) => ({ ...old, data, problem: undefined })), [])
  return { ...state, reload, replace }
}
