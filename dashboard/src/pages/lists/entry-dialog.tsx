import { useState } from 'preact/hooks'
import type { ListItem, ListKind } from '#contract/lists.ts'
import { patch, post } from '../../api/client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Field } from '../../parts/field.tsx'
import { useAct } from '../../parts/use-act.ts'
import { usePlace } from '../../shell/place.ts'
import { emptyEntry, endOfDay, requestOf, type Entry } from './entry.ts'
import { kindWord } from '../../parts/kinds.ts'
import { isKind, isList, kindHelp, listOrder, listSays, listWord } from './words.ts'

interface FieldsProps {
  readonly entry: Entry
  readonly onChange: (change: Partial<Entry>) => void
}

const typed: readonly ListKind[] = ['email', 'email_domain', 'phone', 'card', 'ip', 'address', 'account']

const TextField = ({
  entry,
  onChange,
  name,
  label,
  help,
  most = 320,
}: FieldsProps & {
  name: 'value' | 'city' | 'postal' | 'country' | 'reason'
  label: string
  help?: string
  most?: number
}) => (
  <Field
    id={`entry-${name}`}
    label={label}
    help={help}
    input={{
      value: entry[name],
      autocomplete: 'off',
      maxLength: most,
      onInput: ({ currentTarget }) => onChange({ [name]: currentTarget.value }),
    }}
  />
)

const WhatFields = (props: FieldsProps) => {
  const { entry, onChange } = props
  return (
    <>
      <div class="pair-of-fields">
        <div class="field">
          <label for="entry-list">List</label>
          <select
            class="select"
            id="entry-list"
            value={entry.list}
            aria-describedby="entry-list-help"
            onChange={({ currentTarget: { value } }) => isList(value) && onChange({ list: value })}
          >
            {listOrder.map((list) => (
              <option key={list} value={list}>
                {listWord[list]}
              </option>
            ))}
          </select>
          <p class="help" id="entry-list-help">
            {listSays[entry.list]}
          </p>
        </div>
        <div class="field">
          <label for="entry-kind">What it is</label>
          <select
            class="select"
            id="entry-kind"
            value={entry.kind}
            onChange={({ currentTarget: { value } }) => isKind(value) && onChange({ kind: value })}
          >
            {typed.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord[kind]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <TextField {...props} name="value" label={kindWord[entry.kind]} help={kindHelp[entry.kind] ?? ''} />
      {entry.kind === 'address' && (
        <div class="pair-of-fields">
          <TextField {...props} name="postal" label="Postal code" most={40} />
          <TextField {...props} name="city" label="City" most={120} />
        </div>
      )}
      {(entry.kind === 'address' || entry.kind === 'phone') && (
        <TextField {...props} name="country" label="Country" help="Two letters, such as DE." most={2} />
      )}
    </>
  )
}

const WhyFields = (props: FieldsProps) => (
  <>
    <TextField {...props} name="reason" label="Reason" help="For whoever looks next." most={200} />
    <Field
      id="entry-until"
      label="Until"
      help="Left empty it stays."
      input={{
        type: 'date',
        value: props.entry.until,
        min: new Date().toISOString().slice(0, 10),
        onInput: ({ currentTarget }) => props.onChange({ until: currentTarget.value }),
      }}
    />
  </>
)

interface Props {
  /** To be changed; null: a new one. */
  readonly item: ListItem | null
  readonly onSaved: (item: ListItem) => void
  readonly onClose: () => void
}

export const EntryDialog = ({ item, onSaved, onClose }: Props) => {
  const { api } = usePlace()
  const { act, busy, wrong } = useAct()
  const [entry, setEntry] = useState<Entry>({
    ...emptyEntry,
    reason: item?.reason ?? '',
    until: item?.expires_at?.slice(0, 10) ?? '',
  })
  const change = (more: Partial<Entry>) => setEntry((old) => ({ ...old, ...more }))
  const isReady = item !== null || entry.value.trim() !== ''
  const save = (close: () => void) =>
    void act(async () => {
      const body = { reason: entry.reason.trim() || null, expires_at: endOfDay(entry.until) }
      onSaved(
        item
          ? await patch<ListItem>(api(`lists/${item.id}`), body)
          : await post<ListItem>(api('lists'), requestOf(entry)),
      )
      close()
    })
  return (
    <Dialog
      id="entry"
      title={item ? `Change ${item.hint ?? 'this entry'}` : 'Put something on a list'}
      onClose={onClose}
    >
      {(close) => (
        <form
          class="fields"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (isReady) save(close)
          }}
        >
          {!item && <WhatFields entry={entry} onChange={change} />}
          <WhyFields entry={entry} onChange={change} />
          <p class="quiet">
            <small>Only a keyed code and a masked hint are kept, never the value itself.</small>
          </p>
          {wrong && (
            <p class="wrong" role="alert">
              {wrong}
            </p>
          )}
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Leave it
            </button>
            <button
              class="button primary"
              type="submit"
              aria-busy={busy}
              {...(isReady ? {} : { 'aria-disabled': 'true' as const })}
            >
              {item ? 'Save' : 'Add it'}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
