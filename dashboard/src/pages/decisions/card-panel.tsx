import { useState } from 'preact/hooks'
import type { CardName, PolicyView, Thresholds } from '#contract/console.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScoreScale } from '../../parts/score-scale.tsx'
import { thresholdProblems, thresholdSentence } from './thresholds.ts'

const cardSays: Record<CardName, { readonly title: string; readonly note: string }> = {
  standard: { title: 'All but cash on delivery', note: 'bad is fraud; 70 is 1 % of it' },
  cod: { title: 'Cash on delivery', note: 'bad is a refused delivery; 70 is 10 % of them' },
}

const asNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

interface Props {
  readonly card: CardName
  readonly view: PolicyView['cards'][CardName]
  readonly busy: boolean
  readonly onSave: (thresholds: Thresholds) => void
  /** What is typed, when it is right: to be tested on past orders. */
  readonly onDraft: (thresholds: Thresholds | null) => void
}

/** One card's thresholds; the scale follows while one types, nothing holds until it is saved. */
export const CardPanel = ({ card, view, busy, onSave, onDraft }: Props) => {
  const [review, setReview] = useState(String(view.thresholds.review))
  const [decline, setDecline] = useState(String(view.thresholds.decline))
  const thresholds = { review: asNumber(review), decline: asNumber(decline) }
  const problems = thresholdProblems(thresholds)
  const isRight = Object.keys(problems).length === 0
  const type = (name: 'review' | 'decline', text: string) => {
    const next = { ...thresholds, [name]: asNumber(text) }
    if (name === 'review') setReview(text)
    else setDecline(text)
    onDraft(Object.keys(thresholdProblems(next)).length === 0 ? next : null)
  }
  const { title, note } = cardSays[card]
  const field = (name: 'review' | 'decline', label: string, value: string) => (
    <Field
      id={`${card}-${name}`}
      label={label}
      wrong={problems[name]}
      input={{
        inputMode: 'numeric',
        value,
        autocomplete: 'off',
        onInput: ({ currentTarget }) => type(name, currentTarget.value),
      }}
    />
  )
  return (
    <Panel id={`card-${card}`} title={title} note={note}>
      <form
        class="body stack"
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight) onSave(thresholds)
        }}
      >
        <div class="pair-of-fields">
          {field('review', 'Review below', review)}
          {field('decline', 'Decline below', decline)}
        </div>
        {isRight && (
          <>
            <ScoreScale base={view.base} thresholds={thresholds} />
            <p class="soft">{thresholdSentence(thresholds)}</p>
          </>
        )}
        <p class="quiet">
          <small>
            Every order starts at {view.base};{' '}
            {view.model ? 'a learned model adds up the rest.' : 'the expert scorecard adds up the rest.'}
          </small>
        </p>
        <ActButton may="policy.change" submit busy={busy}>
          Save
        </ActButton>
      </form>
    </Panel>
  )
}
