import { useState } from 'preact/hooks'
import type { OrderHistory } from '#contract/console.ts'
import type { LabelName, Outcome } from '#contract/labels.ts'
import { post } from '../../api/client.ts'
import { labelWord } from '../../format/label-words.ts'
import { formatDayYear, formatMinute } from '../../format/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useMay, useWho } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

const outcomeSentence = ({ outcome, because, good_at: goodAt }: Outcome, zone: string): string => {
  const day = goodAt && formatDayYear(Date.parse(goodAt), zone)
  if (outcome === 'bad') return 'It turned out bad.'
  if (outcome === 'good') return because === 'silence' ? 'Nobody complained: it counts as good.' : 'It turned out good.'
  if (because === 'declined') return 'It was declined, so nobody will know. It is not learned from.'
  if (because === 'cancelled') return 'It was cancelled. It is not learned from.'
  if (outcome === 'unknown') return 'What was told of it is shown and not learned from.'
  return day ? `Nothing is known yet. Without a complaint it counts as good on ${day}.` : 'Nothing is known yet.'
}

const choices = (isCod: boolean): readonly LabelName[] => [
  'fraud',
  'chargeback',
  ...(isCod ? (['refused_delivery'] as const) : []),
  'suspected_fraud',
  'not_fraud',
  'clear',
]

const choiceWord: Record<LabelName, string> = { ...labelWord, clear: 'Clear what was told' }
const isChoice = (text: string): text is LabelName => Object.hasOwn(labelWord, text)

interface FormProps {
  readonly isCod: boolean
  readonly busy: boolean
  readonly onTell: (label: LabelName, reasonCode: string) => void
}

const LabelForm = ({ isCod, busy, onTell }: FormProps) => {
  const [label, setLabel] = useState<LabelName | ''>('')
  const [code, setCode] = useState('')
  return (
    <form
      class="stack"
      aria-label="Label this order"
      onSubmit={(event) => {
        event.preventDefault()
        if (label !== '') onTell(label, label === 'chargeback' ? code.trim() : '')
      }}
    >
      <div class="field">
        <label for="label">
          What it turned out to be <kbd>L</kbd>
        </label>
        <select
          class="input"
          id="label"
          value={label}
          onChange={({ currentTarget: { value } }) => setLabel(isChoice(value) ? value : '')}
        >
          <option value="">Say nothing yet</option>
          {choices(isCod).map((name) => (
            <option key={name} value={name}>
              {choiceWord[name]}
            </option>
          ))}
        </select>
      </div>
      {label === 'chargeback' && (
        <div class="field">
          <label for="reason-code">Reason code</label>
          <input
            class="input"
            id="reason-code"
            value={code}
            maxLength={40}
            autocomplete="off"
            aria-describedby="reason-code-help"
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <p class="help" id="reason-code-help">
            As the card network gave it, such as 10.4 or 4837. Only a fraud reason counts as bad.
          </p>
        </div>
      )}
      <p>
        <button
          class="button"
          type="submit"
          aria-busy={busy}
          {...(label === '' ? { 'aria-disabled': 'true' as const } : {})}
        >
          Record
        </button>
      </p>
    </form>
  )
}

const sourceWord: Record<string, string> = { review: 'in review', merchant: 'by the store', import: 'by import' }

interface Props {
  readonly assessmentId: string
  readonly history: OrderHistory
  readonly isCod: boolean
  readonly now: number
  readonly onChange: (history: OrderHistory) => void
}

/** What became of the order: what is told here teaches the score, and can be taken back. */
export const LabelPanel = ({ assessmentId, history, isCod, now, onChange }: Props) => {
  const { api, zone } = usePlace()
  const mayTell = useMay('orders.label')
  const who = useWho()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const tell = (label: LabelName, code: string) =>
    void act(async () => {
      const body = { label, ...(code ? { reason_code: code } : {}) }
      onChange(await post<OrderHistory>(api(`orders/${assessmentId}/labels`), body))
      const undo = label === 'clear' ? undefined : () => tell('clear', '')
      toast(label === 'clear' ? 'What was told is withdrawn.' : `Recorded: ${labelWord[label].toLowerCase()}.`, undo)
    })
  return (
    <Panel id="outcome" title="Outcome">
      <div class="body stack">
        <p>{outcomeSentence(history.outcome, zone)}</p>
        {mayTell ? (
          <LabelForm key={history.labels.length} isCod={isCod} busy={busy} onTell={tell} />
        ) : (
          <p class="quiet">
            <small>Only Owner, Admin and Approver label orders.</small>
          </p>
        )}
        {wrong && (
          <p class="wrong" role="alert">
            <Icon name="alert" />
            <span>{wrong}</span>
          </p>
        )}
      </div>
      {history.labels.length > 0 && (
        <footer class="stack">
          <h3>Told so far</h3>
          {history.labels.map(({ id, label, reason_code: code, source, told_by: by, received_at: at }) => (
            <p key={id}>
              {labelWord[label]}
              {code && ` ${code}`}
              <br />
              <small class="quiet">
                {who(by)}, {sourceWord[source] ?? source}, {formatMinute(Date.parse(at), zone, now)}
              </small>
            </p>
          ))}
        </footer>
      )}
    </Panel>
  )
}
