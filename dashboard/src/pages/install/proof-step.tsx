import type { Arrival, Install } from '#contract/console.ts'
import { formatDuration, formatMoment, zoneName } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

const Arrived = ({ arrival, title, now }: { arrival: Arrival; title: string; now: number }) => {
  const { zone, to } = usePlace()
  const at = Date.parse(arrival.at)
  return (
    <li class="arrived">
      <span class="dot" />
      <span>
        <b>{arrival.kind === 'assessment' ? <a href={to(`orders/${arrival.id}`)}>{title}</a> : title}</b>
        <small>{arrival.text}</small>
      </span>
      <time class="quiet" dateTime={arrival.at}>
        {formatMoment(at, zone, now)} {zoneName(zone, at)}
      </time>
    </li>
  )
}

const Awaited = ({ title, text, isNext }: { title: string; text: string; isNext: boolean }) => (
  <li class={isNext ? 'waiting' : ''}>
    <span class="dot" />
    <span>
      {title}
      <small>{text}</small>
    </span>
    <span class="quiet">{isNext ? 'not yet' : 'after that'}</span>
  </li>
)

interface Props {
  readonly install: Install
  readonly now: number
  readonly openedAt: number
}

/** Newest first, so that whoever has just changed something sees it work. */
export const ProofStep = ({ install, now, openedAt }: Props) => {
  const { arrivals, public_url: origin } = install
  const session = arrivals.find(({ kind }) => kind === 'session')
  const order = arrivals.find(({ kind }) => kind === 'assessment')
  const older = arrivals.filter((arrival) => arrival !== session && arrival !== order)
  return (
    <Panel id="proof" title="See it work" note="looked at every 3 seconds">
      <div class="body stack">
        <div role="status">
          <ul class="signals">
            {session ? (
              <Arrived arrival={session} title="Session received" now={now} />
            ) : (
              <Awaited
                title="Waiting for the first session from your checkout page"
                text={`Open it in another tab. We have looked for ${formatDuration(now - openedAt)}.`}
                isNext
              />
            )}
            {order ? (
              <Arrived arrival={order} title="Order scored" now={now} />
            ) : (
              <Awaited
                title="First scored order"
                text="Your server calls POST /v1/assessments."
                isNext={session !== undefined}
              />
            )}
          </ul>
        </div>
        {older.length > 0 && (
          <details>
            <summary>The {older.length} before</summary>
            <ul class="signals">
              {older.map((arrival) => (
                <Arrived
                  key={arrival.id}
                  arrival={arrival}
                  title={arrival.kind === 'session' ? 'Session received' : 'Order scored'}
                  now={now}
                />
              ))}
            </ul>
          </details>
        )}
        <details>
          <summary>Nothing arrives?</summary>
          <p class="soft">
            Most often the page’s origin is not in the list above, or a strict content policy lacks{' '}
            <code>script-src {origin}</code> and <code>connect-src {origin}</code>. In the network tab of the browser a
            refused session says why.
          </p>
        </details>
      </div>
    </Panel>
  )
}
