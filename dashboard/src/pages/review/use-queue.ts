import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { OrderRow, Review, Reviews } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { followStream } from '../../api/event-stream.ts'
import { ApiProblem } from '../../api/problem.ts'
import { reviewsChanged } from '../../shell/waiting-reviews.ts'
import { usePlace } from '../../shell/place.ts'
import { settle } from './queue.ts'

export type Sort = 'oldest' | 'riskiest'

interface State {
  readonly rows: readonly Review[] | undefined
  readonly held: readonly Review[]
  readonly problem: ApiProblem | undefined
  /** More wait than are read at once. */
  readonly more: boolean
}

const nothing: State = { rows: undefined, held: [], problem: undefined, more: false }
const everyMs = 5000
/** Somebody else's review is opened a moment after its order. */
const afterOrderMs = 1500

/** The open reviews, asked again and again. What is new is held back while somebody reads. */
export const useQueue = (sort: Sort) => {
  const { api } = usePlace()
  const [state, setState] = useState(nothing)
  const path = api(`reviews?state=open&limit=100&sort=${sort}`)
  const asked = useRef(0)
  /** Asked for and not answered yet: a later, periodic answer that overtakes it must show all of them too. */
  const wantsAll = useRef(false)

  const load = useCallback(
    async (all: boolean) => {
      asked.current += 1
      wantsAll.current ||= all
      const mine = asked.current
      try {
        const { data, has_more: more } = await get<Reviews>(path)
        if (mine !== asked.current) return
        const showsAll = wantsAll.current
        wantsAll.current = false
        setState(({ rows }) => {
          const settled = showsAll || !rows || rows.length === 0 ? { rows: data, held: [] } : settle(rows, data)
          return { ...settled, problem: undefined, more }
        })
        reviewsChanged()
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        if (mine === asked.current) setState((old) => ({ ...old, problem: error }))
      }
    },
    [path],
  )
  useEffect(() => {
    setState(nothing)
    void load(true)
    const timer = setInterval(() => void load(false), everyMs)
    const controller = new AbortController()
    let soon: ReturnType<typeof setTimeout> | undefined
    void followStream(api('stream'), {
      signal: controller.signal,
      onState: () => undefined,
      onEvent: ({ name, data }) => {
        if (name !== 'order' || (JSON.parse(data) as OrderRow).decision !== 'review') return
        clearTimeout(soon)
        soon = setTimeout(() => void load(false), afterOrderMs)
      },
    })
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
      controller.abort()
    }
  }, [load])

  const change = useCallback((review: Review) => {
    setState((old) => ({
      ...old,
      rows: old.rows?.map((row) => (row.id === review.id ? review : row)),
    }))
  }, [])
  const drop = useCallback((ids: readonly string[]) => {
    asked.current += 1
    setState((old) => ({ ...old, rows: old.rows?.filter(({ id }) => !ids.includes(id)) }))
  }, [])
  return { ...state, showAll: () => void load(true), change, drop }
}
