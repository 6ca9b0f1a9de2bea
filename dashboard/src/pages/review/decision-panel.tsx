import type { ReviewChoice } from '#contract/console.ts'
import { labelWord } from '../../format/label-words.ts'
import { formatClock, zoneName } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'
import { ChoiceButton } from '../../parts/choice-button.tsx'

type ReviewLabel = NonNullable<ReviewChoice['label']>
export type LabelChoice = ReviewLabel | ''

interface Props {
  /** Why it cannot be decided here and now; null when it can. */
  readonly why: string | null
  readonly isCod: boolean
  readonly label: LabelChoice
  readonly note: string
  readonly justNow: readonly { readonly orderId: string; readonly word: string; readonly at: number }[]
  readonly now: number
  readonly onLabel: (label: LabelChoice) => void
  readonly onNote: (note: string) => void
  readonly onChoose: (decision: ReviewChoice['decision']) => void
  readonly onEscalate: () => void
  readonly onSkip: () => void
  readonly onSaveNote: () => void
}

const labelsFor = (isCod: boolean): readonly ReviewLabel[] => [
  'suspected_fraud',
  'fraud',
  'not_fraud',
  ...(isCod ? (['refused_delivery'] as const) : []),
]
const isLabel = (text: string): text is ReviewLabel => labelsFor(true).some((label) => label === text)

const Acts = ({ why, onChoose, onEscalate, onSkip }: Props) => (
  <div class="acts-list">
    <div class="pairwise hide-small">
      <ChoiceButton icon="check" name="Approve" letter="A" why={why} onClick={() => onChoose('approve')} />
      <ChoiceButton icon="cross" name="Decline" letter="D" why={why} onClick={() => onChoose('decline')} />
    </div>
    <ChoiceButton icon="up" name="Ask an admin" letter="E" why={why} onClick={onEscalate} />
    <ChoiceButton icon="to" name="Skip for now" letter="S" why={null} onClick={onSkip} />
    {why && (
      <p class="quiet" id="why-not">
        <small>{why}</small>
      </p>
    )}
  </div>
)

export const DecisionPanel = (props: Props) => {
  const { isCod, label, note, justNow, now, onLabel, onNote, onSaveNote } = props
  const { zone } = usePlace()
  return (
    <Panel id="decide" title="Your decision">
      <div class="body stack">
        <Acts {...props} />
        <div class="field">
          <label for="label">What it turned out to be</label>
          <select
            class="input"
            id="label"
            value={label}
            aria-describedby="label-help"
            onChange={({ currentTarget: { value } }) => onLabel(isLabel(value) ? value : '')}
          >
            <option value="">Say nothing yet</option>
            {labelsFor(isCod).map((name) => (
              <option key={name} value={name}>
                {labelWord[name]}
              </option>
            ))}
          </select>
          <p class="help" id="label-help">
            A label teaches the score. The decision alone does not.
          </p>
        </div>
        <div class="field">
          <label for="note">
            Note <kbd>N</kbd>
          </label>
          <textarea
            class="input"
            id="note"
            rows={3}
            maxLength={2000}
            value={note}
            aria-describedby="note-help"
            onInput={({ currentTarget }) => onNote(currentTarget.value)}
          />
          <p class="help" id="note-help">
            What you checked, for whoever looks next. It goes with your decision.
          </p>
          {note.trim() !== '' && (
            <p>
              <button class="button small" type="button" onClick={onSaveNote}>
                Save the note alone
              </button>
            </p>
          )}
        </div>
        <p class="quiet">
          <small>You can undo for 10 seconds; then the store is told. After that, decide again.</small>
        </p>
      </div>
      {justNow.length > 0 && (
        <footer class="stack">
          <h3>Just now</h3>
          {justNow.map(({ orderId, word, at }) => (
            <p class="row spread" key={`${orderId} ${at}`}>
              <span>
                {orderId} {word}
              </span>
              <span class="quiet">
                {formatClock(at, zone)} {zoneName(zone, now)}
              </span>
            </p>
          ))}
        </footer>
      )}
    </Panel>
  )
}
