import { useMemo, useState } from 'preact/hooks'
import type { RuleCheck, Vocabulary } from '#contract/console.ts'
import { plural } from '../../format/number.ts'
import { Editor } from '../../parts/editor/editor.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { pointsOf, type Draft } from './draft.ts'
import { NamesDialog } from './names-dialog.tsx'
import { actionChoices, knownName, stateSays, stateWord, type ActionType } from './words.ts'

interface Props {
  readonly draft: Draft
  readonly check: RuleCheck | null
  readonly vocabulary: Vocabulary | undefined
  readonly onChange: (change: Partial<Draft>) => void
  readonly onTest: () => void
}

const states = ['off', 'shadow', 'live'] as const

const isAction = (text: string): text is ActionType => Object.hasOwn(actionChoices, text)

/** What is wrong and where; under it what one evaluation costs, once nothing is. */
const CheckLine = ({ check, onChange, draft }: Pick<Props, 'check' | 'onChange' | 'draft'>) => {
  const [problem] = check?.problems ?? []
  if (!problem)
    return (
      <p class="help" id="cel-note">
        {check?.cost === undefined || check.cost === null
          ? 'Ctrl and Space open the list of names.'
          : `It holds together. One order costs ${plural(check.cost, 'step')} of at most ${check.most}.`}
      </p>
    )
  const { suggestion, from, to } = problem
  return (
    <p class="wrong" id="cel-note">
      <Icon name="alert" />
      <span>
        Line {problem.line}, column {problem.column}: {problem.detail}
        {suggestion && (
          <>
            {' '}
            Perhaps{' '}
            <button
              class="linkish"
              type="button"
              onClick={() =>
                onChange({ expression: draft.expression.slice(0, from) + suggestion + draft.expression.slice(to) })
              }
            >
              {suggestion}
            </button>
            ?
          </>
        )}
      </span>
    </p>
  )
}

const ThenRow = ({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) => (
  <div class="row then-row">
    <div class="row">
      <label for="then">
        <b>Then</b>
      </label>
      <select
        class="select"
        id="then"
        value={draft.type}
        onChange={({ currentTarget: { value } }) => isAction(value) && onChange({ type: value })}
      >
        {Object.entries(actionChoices).map(([type, name]) => (
          <option key={type} value={type}>
            {name}
          </option>
        ))}
      </select>
      {draft.type === 'points' && (
        <>
          <label for="points">by</label>
          <input
            class="input points-input"
            id="points"
            inputMode="numeric"
            value={draft.points}
            {...(pointsOf(draft.points) === null ? { 'aria-invalid': 'true' as const } : {})}
            onInput={({ currentTarget }) => onChange({ points: currentTarget.value })}
          />
        </>
      )}
    </div>
    <fieldset class="row">
      <legend class="vh">How it runs</legend>
      <span class="switch">
        {states.map((state) => (
          <label key={state}>
            <input type="radio" name="run" checked={draft.state === state} onChange={() => onChange({ state })} />
            <span>
              {state === 'shadow' && <Icon name="eye" />}
              {stateWord[state]}
            </span>
          </label>
        ))}
      </span>
      <small class="quiet">{stateSays[draft.state]}</small>
    </fieldset>
  </div>
)

export const WhenPanel = (props: Props) => {
  const { draft, check, vocabulary, onChange, onTest } = props
  const [areNamesOpen, setNamesOpen] = useState(false)
  const [problem] = check?.problems ?? []
  const names = useMemo(
    () => [
      ...(vocabulary?.names.map(knownName) ?? []),
      ...(vocabulary?.functions.map(({ name, title }) => ({ name, type: 'function', what: title })) ?? []),
    ],
    [vocabulary],
  )
  return (
    <Panel
      id="expr"
      title="When"
      note="checked as you type"
      aside={
        vocabulary && (
          <button class="linkish" type="button" onClick={() => setNamesOpen(true)}>
            All {vocabulary.names.length} names
          </button>
        )
      }
    >
      <div class="body stack">
        <Field
          id="rule-name"
          label="Name"
          input={{
            value: draft.name,
            maxLength: 48,
            autocomplete: 'off',
            onInput: ({ currentTarget }) => onChange({ name: currentTarget.value }),
          }}
        />
        <div class="field">
          <Editor
            id="cel"
            label="Expression"
            value={draft.expression}
            names={names}
            fault={problem}
            describedBy="cel-note"
            onInput={(expression) => onChange({ expression })}
            onTest={onTest}
          />
          <CheckLine check={check} draft={draft} onChange={onChange} />
        </div>
        <ThenRow draft={draft} onChange={onChange} />
      </div>
      {areNamesOpen && vocabulary && <NamesDialog vocabulary={vocabulary} onClose={() => setNamesOpen(false)} />}
    </Panel>
  )
}
