import { useState } from 'preact/hooks'
import type { Settings } from '#contract/console.ts'
import { Field } from '../../parts/field.tsx'
import { ScoreScale } from '../../parts/score-scale.tsx'
import { Form } from './form.tsx'
import { SaveRow } from './save-row.tsx'
import { thresholdProblems, thresholdSentence } from './thresholds.ts'
import { useSave } from './use-save.ts'

/** The scale below the fields follows while one types; nothing holds until it is saved. */
export const ThresholdsForm = ({
  settings,
  onSaved,
}: {
  settings: Settings
  onSaved: (settings: Settings) => void
}) => {
  const { save, busy, wrong } = useSave(onSaved)
  const [review, setReview] = useState(String(settings.thresholds.review))
  const [decline, setDecline] = useState(String(settings.thresholds.decline))
  const asNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
  const thresholds = { review: asNumber(review), decline: asNumber(decline) }
  const problems = thresholdProblems(thresholds)
  const isRight = Object.keys(problems).length === 0
  return (
    <Form label="Decisions" onSend={() => isRight && void save({ thresholds })}>
      <div class="pair-of-fields">
        <Field
          id="review"
          label="Review below"
          wrong={problems.review}
          input={{
            name: 'review',
            type: 'text',
            inputMode: 'numeric',
            value: review,
            onInput: ({ currentTarget }) => setReview(currentTarget.value),
          }}
        />
        <Field
          id="decline"
          label="Decline below"
          wrong={problems.decline ?? wrong.thresholds}
          input={{
            name: 'decline',
            type: 'text',
            inputMode: 'numeric',
            value: decline,
            onInput: ({ currentTarget }) => setDecline(currentTarget.value),
          }}
        />
      </div>
      {isRight && (
        <>
          <ScoreScale base={settings.base} thresholds={thresholds} />
          <p class="soft">{thresholdSentence(thresholds)}</p>
        </>
      )}
      <SaveRow busy={busy} wrong={wrong} />
    </Form>
  )
}
