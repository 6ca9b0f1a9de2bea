import type { Arrival } from '#contract/console.ts'
import { formatMoment, zoneName } from '../../format/time.ts'
import { usePlace } from '../../shell/place.ts'

const Signal = ({
  arrival,
  waiting,
  after,
  now,
}: {
  arrival: Arrival | undefined
  waiting: { text: string; help: string }
  after: boolean
  now: number
}) => {
  const { zone } = usePlace()
  if (arrival) {
    const at = Date.parse(arrival.at)
    return (
      <li class="arrived">
        <span class="dot" />
        <span>
          <b>{arrival.text}</b>
          <small>{arrival.id}</small>
        </span>
        <span class="quiet">
          {formatMoment(at, zone, now)} {zoneName(zone, at)}
        </span>
      </li>
    )
  }
  return (
    <li class={after ? '' : 'waiting'}>
      <span class="dot" />
      <span>
        {waiting.text}
        <small>{waiting.help}</small>
      </span>
      <span class="quiet">{after ? 'after that' : 'not yet'}</span>
    </li>
  )
}

/** The last of each kind, so that one sees it work. Looked for every two seconds while the page is open. */
export const ArrivalsStep = ({
  arrivals,
  publicUrl,
  now,
}: {
  arrivals: readonly Arrival[]
  publicUrl: string
  now: number
}) => {
  const { to, mode } = usePlace()
  const session = arrivals.find(({ kind }) => kind === 'session')
  const scored = arrivals.find(({ kind }) => kind === 'assessment')
  return (
    <section class="panel proof" aria-labelledby="step-proof">
      <header>
        <h2 id="step-proof">See it work</h2>
        <p>in {mode} data</p>
      </header>
      <div class="body stack" role="status">
        <ul class="signals">
          <Signal
            arrival={session}
            now={now}
            after={false}
            waiting={{
              text: 'Waiting for the first session from your checkout page',
              help: 'Open it in another tab. We look every two seconds.',
            }}
          />
          <Signal
            arrival={scored}
            now={now}
            after={!session}
            waiting={{ text: 'First scored order', help: 'Your server calls POST /v1/assessments.' }}
          />
        </ul>
        {scored ? (
          <div class="row">
            <a class="button primary" href={to(`orders/${scored.id}`)}>
              Open the order
            </a>
          </div>
        ) : (
          <details>
            <summary>Nothing arrives?</summary>
            <p class="soft">
              Most often the page is not in the list above, or a strict content policy lacks{' '}
              <code>connect-src {publicUrl}</code> and <code>script-src {publicUrl}</code>.
            </p>
          </details>
        )}
      </div>
    </section>
  )
}
