import { useState } from 'preact/hooks'
import type { Settings, SettingsChange } from '#contract/console.ts'
import { patch } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../parts/field.tsx'
import { mayChange, useMe } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { checkSettings, readSettingsForm, type Wrongs } from './settings-form.ts'

const wrongsOf = (problem: unknown): Wrongs => {
  if (!(problem instanceof ApiProblem)) return { name: 'It could not be saved. Try again.' }
  const entries = problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? 'name', detail])
  return entries.length > 0 ? (Object.fromEntries(entries) as Wrongs) : { name: problem.message }
}

const ZoneField = ({ zone, wrong, readOnly }: { zone: string; wrong: string | undefined; readOnly: boolean }) => (
  <>
    <Field
      id="time_zone"
      label="Time zone"
      help="Days and hours of all pages follow it, e.g. Europe/Berlin."
      wrong={wrong}
      input={{ name: 'time_zone', defaultValue: zone, readOnly, list: 'zones' }}
    />
    <datalist id="zones">
      {Intl.supportedValuesOf('timeZone').map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  </>
)

interface ThresholdProps {
  readonly thresholds: Settings['thresholds']
  readonly wrong: string | undefined
  readonly readOnly: boolean
}

const ThresholdFields = ({ thresholds, wrong, readOnly }: ThresholdProps) => (
  <div class="pair-fields">
    <Field
      id="review"
      label="Review below"
      help="Scores from 0 to 100; 40 to begin with."
      wrong={wrong}
      input={{
        name: 'review',
        type: 'number',
        min: 0,
        max: 100,
        defaultValue: thresholds.review,
        readOnly,
      }}
    />
    <Field
      id="decline"
      label="Decline below"
      help="At most as high as review; 20 to begin with."
      input={{
        name: 'decline',
        type: 'number',
        min: 0,
        max: 100,
        defaultValue: thresholds.decline,
        readOnly,
      }}
    />
  </div>
)

export const StoreForm = ({ settings, onSaved }: { settings: Settings; onSaved: (settings: Settings) => void }) => {
  const { api } = usePlace()
  const toast = useToast()
  const allowed = mayChange(useMe())
  const [wrong, setWrong] = useState<Wrongs>({})
  const save = async (change: SettingsChange) => {
    const found = checkSettings(change)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    try {
      onSaved(await patch<Settings>(api('settings'), change))
      toast('Saved. It is in force now.')
    } catch (problem) {
      setWrong(wrongsOf(problem))
    }
  }
  const readOnly = !allowed
  return (
    <form
      class="body stack form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (allowed) void save(readSettingsForm(new FormData(event.currentTarget)))
      }}
    >
      <Field
        id="name"
        label="Name of the store"
        wrong={wrong.name}
        input={{ name: 'name', defaultValue: settings.name, readOnly }}
      />
      <ZoneField zone={settings.time_zone} wrong={wrong.time_zone} readOnly={readOnly} />
      <Field
        id="order_url"
        label="Address of an order in your store"
        help="With {order_id} where its number goes. The O key on an order opens it, where names and addresses live."
        wrong={wrong.order_url}
        input={{
          name: 'order_url',
          type: 'url',
          defaultValue: settings.order_url ?? '',
          placeholder: 'https://shop.example/admin/orders/{order_id}',
          readOnly,
        }}
      />
      <ThresholdFields thresholds={settings.thresholds} wrong={wrong.thresholds} readOnly={readOnly} />
      <label class="row">
        <input
          class="check"
          type="checkbox"
          name="necessary_only"
          defaultChecked={settings.necessary_only}
          disabled={readOnly}
        />{' '}
        Browsers send only what is strictly necessary
      </label>
      <p class="row">
        <button
          class="button primary"
          type="submit"
          {...(allowed ? {} : { 'aria-disabled': 'true' as const, 'aria-describedby': 'settings-why' })}
        >
          Save
        </button>
        {readOnly && (
          <small class="quiet" id="settings-why">
            Settings are for Owner and Admin. You can look.
          </small>
        )}
      </p>
    </form>
  )
}
