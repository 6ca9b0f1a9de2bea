import { useState } from 'preact/hooks'
import type { KeySecrets, NewKey } from '#contract/console.ts'
import { keyScopes, type KeyScope } from '#contract/key-scopes.ts'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Field } from '../../parts/field.tsx'
import { usePlace } from '../../shell/place.ts'
import { scopeWord } from './scope-words.ts'

interface Draft {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly until: string
  readonly networks: string
}
const empty: Draft = { name: '', scopes: keyScopes, until: '', networks: '' }

const wantedOf = ({ name, scopes, until, networks }: Draft): NewKey => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  scopes: [...scopes],
  networks: networks.split(/[\s,]+/).filter((network) => network !== ''),
  expires_at: until === '' ? null : new Date(`${until}T23:59:59Z`).toISOString(),
})

/** The first thing said against each field, by the field's name. */
const saidAgainst = (problem: unknown): Readonly<Record<string, string>> => {
  if (!(problem instanceof ApiProblem)) return { form: 'It did not work. Try again.' }
  const fields = problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? 'form', detail] as const)
  return fields.length === 0 ? { form: problem.message } : Object.fromEntries([...fields].reverse())
}

const ScopeChoice = ({
  chosen,
  onChange,
}: {
  chosen: readonly KeyScope[]
  onChange: (to: readonly KeyScope[]) => void
}) => (
  <fieldset class="field">
    <legend>It may</legend>
    {keyScopes.map((scope) => (
      <label class="row" key={scope}>
        <input
          class="check"
          type="checkbox"
          checked={chosen.includes(scope)}
          onChange={({ currentTarget }) =>
            onChange(keyScopes.filter((one) => (one === scope ? currentTarget.checked : chosen.includes(one))))
          }
        />
        {scopeWord[scope]}
      </label>
    ))}
    {chosen.length === 0 && (
      <p class="wrong" role="alert">
        Choose at least one.
      </p>
    )}
  </fieldset>
)

export const NewKeyForm = ({ onMade }: { onMade: (secrets: KeySecrets) => void }) => {
  const { api } = usePlace()
  const [draft, setDraft] = useState(empty)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }))
  const make = async () => {
    if (busy || draft.scopes.length === 0) return
    setBusy(true)
    try {
      onMade(await post<KeySecrets>(api('keys'), wantedOf(draft)))
      setDraft(empty)
      setWrong({})
    } catch (problem) {
      setWrong(saidAgainst(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="body stack"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Field
        id="key-name"
        label="Name"
        help="Where it is used, so that you know it again."
        wrong={wrong['name']}
        input={{ value: draft.name, maxLength: 60, onInput: ({ currentTarget }) => set({ name: currentTarget.value }) }}
      />
      <ScopeChoice chosen={draft.scopes} onChange={(scopes) => set({ scopes })} />
      <Field
        id="key-until"
        label="Works until the end of"
        help="Empty: until it is revoked. Days end at midnight UTC."
        wrong={wrong['expires_at']}
        input={{
          type: 'date',
          value: draft.until,
          onInput: ({ currentTarget }) => set({ until: currentTarget.value }),
        }}
      />
      <Field
        id="key-networks"
        label="Works only from"
        help="Addresses or networks with spaces between, as 203.0.113.0/24. Empty: from anywhere."
        wrong={wrong['networks']}
        input={{ value: draft.networks, onInput: ({ currentTarget }) => set({ networks: currentTarget.value }) }}
      />
      {wrong['form'] && <p role="alert">{wrong['form']}</p>}
      <div>
        <ActButton may="keys.change" submit busy={busy}>
          Make a key
        </ActButton>
      </div>
    </form>
  )
}
