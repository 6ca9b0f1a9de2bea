import { useState } from 'preact/hooks'
import type { NetworkPage as NetworkAnswer } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatCount, plural } from '../../format/number.ts'
import { formatDayYear } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { kindIcon, kindWord } from '../../parts/kinds.ts'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

const sharedWord = { always: 'with every order', on_outcome: 'only with an outcome', never: 'never' } as const

const SharedPanel = ({ answer: { shares, sentences, terms } }: { answer: NetworkAnswer }) => (
  <Panel id="shared" title="What is shared" note={`reading ${terms.version}`}>
    <div class="table-wrap" tabIndex={0} role="region" aria-label="What is shared, scrolls sideways">
      <table class="table">
        <caption class="vh">What leaves your store, by kind</caption>
        <thead>
          <tr>
            <th scope="col">Of each</th>
            <th scope="col">Shared</th>
            <th scope="col">What that is</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ kind, shared, sentence }) => (
            <tr key={kind}>
              <th scope="row">
                <span class="ident">
                  <Icon name={kindIcon[kind]} />
                  {kindWord[kind]}
                </span>
              </th>
              <td>{sharedWord[shared]}</td>
              <td class="wraps soft">{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </Panel>
)

const Figures = ({ answer }: { answer: NetworkAnswer | undefined }) => (
  <dl class="figures four">
    <div>
      <dt>Other stores</dt>
      <dd class="value">{answer ? (answer.stores ?? 'too few') : <Bone width="4rem" />}</dd>
      <dd class="delta">{answer && `told from ${answer.terms.stores_at_least} on, in ranges only`}</dd>
    </div>
    <div>
      <dt>Your part</dt>
      <dd class="value">
        {answer ? formatCount(answer.own.orders) : <Bone width="4rem" />} <small>orders</small>
      </dd>
      <dd class="delta">
        {answer && `${plural(answer.own.declines, 'decline')}, ${plural(answer.own.frauds, 'confirmed fraud')}`}
      </dd>
    </div>
    <div>
      <dt>Your word</dt>
      <dd class="value">{answer ? answer.own.counts ? 'counts' : 'not yet' : <Bone width="4rem" />}</dd>
      <dd class="delta">
        {answer && `from ${answer.terms.days_at_least} days and ${formatCount(answer.terms.orders_at_least)} orders on`}
      </dd>
    </div>
    <div>
      <dt>At most</dt>
      <dd class="value">
        {answer ? answer.terms.points_at_most : <Bone width="2rem" />} <small>points</small>
      </dd>
      <dd class="delta">one store alone can move another’s score</dd>
    </div>
  </dl>
)

interface ReadProps {
  readonly answer: NetworkAnswer
  readonly onOn: () => Promise<void>
  readonly onClose: () => void
}

/** The switch is at the end of what is read, not before it. */
const ReadDialog = ({ answer: { shares, sentences, terms }, onOn, onClose }: ReadProps) => {
  const [isRead, setRead] = useState(false)
  const { act, busy, wrong } = useAct()
  return (
    <Dialog id="read" title="Share with other stores?" onClose={onClose}>
      {(close) => (
        <>
          <div class="reading" tabIndex={0} role="region" aria-label="What is shared">
            <ul class="sentences">
              {shares.map(({ kind, sentence }) => (
                <li key={kind}>
                  <b>{kindWord[kind]}:</b> {sentence}
                </li>
              ))}
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
          <label class="row">
            <input
              class="check"
              type="checkbox"
              checked={isRead}
              onChange={({ currentTarget }) => setRead(currentTarget.checked)}
            />
            I have read what is shared (reading {terms.version}).
          </label>
          {wrong && <p role="alert">{wrong}</p>}
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Stay off
            </button>
            <button
              class="button primary"
              type="button"
              aria-busy={busy}
              {...(isRead
                ? {
                    onClick: () =>
                      void act(async () => {
                        await onOn()
                        close()
                      }),
                  }
                : { 'aria-disabled': 'true' as const })}
            >
              Switch on
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}

const SwitchPanel = ({ answer, onChange }: { answer: NetworkAnswer; onChange: (answer: NetworkAnswer) => void }) => {
  const { api, zone } = usePlace()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const [isReading, setReading] = useState(false)
  const { sharing, since, own, terms, may_change: mayChange } = answer
  const send = async (on: boolean) => {
    onChange(await post<NetworkAnswer>(api('network/sharing'), on ? { on, read_version: terms.version } : { on }))
    toast(on ? 'You share, and take part, from the next order on.' : 'Off. What you gave is taken back within an hour.')
  }
  return (
    <section class="panel" aria-labelledby="sharing">
      <div class="empty">
        <h2 id="sharing">{sharing ? 'You give and take network news' : 'You neither give nor take network news'}</h2>
        <p>
          {sharing
            ? `Since ${since ? formatDayYear(Date.parse(since), zone) : 'today'}. Your store shares keyed codes and counts, never e-mails, names or amounts.`
            : `Switched on, your store shares keyed codes and counts, never e-mails, names or amounts, and sees news that at least ${terms.stores_at_least} other stores agree on.`}
          {own.withdrawing && ' What you gave is being taken back.'}
        </p>
        {wrong && <p role="alert">{wrong}</p>}
        <div class="acts">
          {!mayChange && (
            <p class="row">
              <button class="button" type="button" aria-disabled="true">
                <Icon name="lock" />
                {sharing ? 'Switch off' : 'Read and switch on'}
              </button>
              <small class="quiet">Only the Owner decides what is shared.</small>
            </p>
          )}
          {mayChange && sharing && (
            <button class="button" type="button" aria-busy={busy} onClick={() => void act(() => send(false))}>
              Switch off
            </button>
          )}
          {mayChange && !sharing && (
            <button class="button primary" type="button" onClick={() => setReading(true)}>
              Read what is shared
            </button>
          )}
        </div>
      </div>
      {isReading && <ReadDialog answer={answer} onOn={() => send(true)} onClose={() => setReading(false)} />}
    </section>
  )
}

export const NetworkPage = () => {
  const { api } = usePlace()
  const { data, problem, reload, replace } = useLoad(api('network'), (signal) =>
    get<NetworkAnswer>(api('network'), signal),
  )
  return (
    <Page title="Network">
      <div class="page-head">
        <h1>Network</h1>
        <span class="quiet">the switch is the store’s; test orders never reach it</span>
      </div>
      {problem && <Trouble what="The network" problem={problem} retry={reload} />}
      {!(problem && !data) && <Figures answer={data} />}
      {data && (
        <>
          <SwitchPanel answer={data} onChange={replace} />
          <SharedPanel answer={data} />
        </>
      )}
    </Page>
  )
}
