import { useState } from 'preact/hooks'
import type { Replay } from '#contract/assessment.ts'
import type { OrderDetail } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { formatSeconds, zoneName } from '../../format/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

const resultText = ({ match, differences, engine }: Replay): string =>
  match
    ? `same result with engine ${engine}`
    : `differs at ${differences.map(({ pointer }) => pointer).join(', ') || 'its digest'}`

/** Works the verdict out again from what was stored with it; the digests must match. */
const ReplayButton = ({ id }: { id: string }) => {
  const { api, zone } = usePlace()
  const [state, setState] = useState<{ busy: boolean; said: string | null; match: boolean }>({
    busy: false,
    said: null,
    match: false,
  })
  const replay = async () => {
    setState({ busy: true, said: null, match: false })
    try {
      const result = await post<Replay>(api(`orders/${id}/replay`))
      setState({
        busy: false,
        said: `${resultText(result)} at ${formatSeconds(Date.now(), zone)}`,
        match: result.match,
      })
    } catch (problem) {
      setState({
        busy: false,
        said: problem instanceof Error ? problem.message : 'It did not work. Try again.',
        match: false,
      })
    }
  }
  return (
    <p class="row replay">
      <button class="button small" type="button" aria-busy={state.busy} onClick={() => void replay()}>
        <Icon name="replay" />
        Replay this verdict
      </button>
      <span class="row quiet" role="status">
        {state.said && (
          <>
            <Icon name={state.match ? 'check' : 'alert'} />
            {state.said}
          </>
        )}
      </span>
    </p>
  )
}

export const Timeline = ({ detail, now }: { detail: OrderDetail; now: number }) => {
  const { zone } = usePlace()
  return (
    <Panel id="timeline" title="Timeline" note={zoneName(zone, now)}>
      <div class="body">
        <ol class="timeline">
          {detail.timeline.toReversed().map(({ at, code, text, detail: more }) => (
            <li key={`${at} ${code}`}>
              <time dateTime={at}>{formatSeconds(Date.parse(at), zone)}</time>
              <div>
                {text}
                {more && <small>{more}</small>}
              </div>
            </li>
          ))}
        </ol>
      </div>
      <footer>
        <ReplayButton id={detail.assessment.id} />
      </footer>
    </Panel>
  )
}
