import { useEffect, useRef, useState } from 'preact/hooks'
import type { BacktestProgress, BacktestRequest, BacktestResult } from '#contract/console.ts'
import { postStream } from '../../api/event-stream.ts'
import { usePlace } from '../../shell/place.ts'

/** What is asked; what is left out has its usual value. */
export type BacktestQuestion = Partial<BacktestRequest>

export interface BacktestState {
  readonly progress: BacktestProgress | null
  readonly result: BacktestResult | null
  readonly wrong: string | null
  /** What the result is about, as text: to tell whether it still fits what is being edited. */
  readonly about: string | null
}

const nothing: BacktestState = { progress: null, result: null, wrong: null, about: null }

/** Past orders under another policy, asked of the server and told while it reads them. */
export const useBacktest = () => {
  const { api } = usePlace()
  const [state, setState] = useState(nothing)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const stop = (): void => {
    running.current?.abort()
    setState((old) => ({ ...old, progress: null }))
  }
  const run = async (question: BacktestQuestion, about = JSON.stringify(question)): Promise<void> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setState((old) => ({ ...old, progress: { read: 0, total: 0 }, wrong: null }))
    const over = (more: Partial<BacktestState>) => {
      if (running.current === controller) setState((old) => ({ ...old, progress: null, ...more }))
    }
    try {
      await postStream(
        api('policy/backtest'),
        question,
        ({ name, data }) => {
          const said: unknown = JSON.parse(data)
          if (name === 'result') over({ result: said as BacktestResult, about })
          else if (name === 'failed') over({ wrong: (said as { detail: string }).detail })
          else if (name === 'progress' && running.current === controller)
            setState((old) => ({ ...old, progress: said as BacktestProgress }))
        },
        controller.signal,
      )
      over({})
    } catch (problem) {
      if (controller.signal.aborted) return
      over({ wrong: problem instanceof Error ? problem.message : 'It did not work. Try again.' })
    }
  }
  return { ...state, run, stop }
}
