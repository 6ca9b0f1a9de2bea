import { useEffect } from 'preact/hooks'
import type { Samples, SamplesRemoved } from '#contract/console.ts'
import { get, post } from '../api/client.ts'
import { useLoad } from '../api/use-load.ts'
import { useAct } from '../parts/use-act.ts'
import { useMay } from './me.ts'
import { usePlace } from './place.ts'

const lookAgainMs = 3_000

const RemoveSamples = () => {
  const { api, to } = usePlace()
  const { act, busy, wrong } = useAct()
  const remove = () =>
    void act(async () => {
      await post<SamplesRemoved>(api('samples/remove'))
      // Whatever is on the page may be of an order that is gone.
      location.assign(to('overview'))
    })
  return (
    <>
      <button class="linkish" type="button" aria-busy={busy} onClick={remove}>
        {busy ? 'Emptying test mode…' : 'Remove them and empty test mode'}
      </button>
      {wrong && <span role="alert"> {wrong}</span>}
    </>
  )
}

/** Over every page of test mode; says also where orders are those of the first start, which nobody placed. */
export const TestBand = () => {
  const { api } = usePlace()
  const mayRemove = useMay('settings.change')
  const { data, reload } = useLoad(api('samples'), (signal) => get<Samples>(api('samples'), signal))
  const state = data?.state ?? 'absent'
  useEffect(() => {
    if (state !== 'writing') return
    const timer = setTimeout(reload, lookAgainMs)
    return () => clearTimeout(timer)
  }, [state, data])
  return (
    <div class="test-band" role="region" aria-label="Test mode">
      {state === 'absent' ? (
        <p>
          <strong>TEST DATA.</strong> Nothing on this page is a real order. Live orders are not affected.
        </p>
      ) : (
        <p>
          <strong>SAMPLE DATA.</strong> Three weeks of invented orders{state === 'writing' && ', still being written'}.
          Live orders are not affected. {state === 'present' && mayRemove && <RemoveSamples />}
        </p>
      )}
    </div>
  )
}
