import type { Settings } from '#contract/console.ts'
import { Form } from './form.tsx'
import { SaveRow } from './save-row.tsx'
import { useSave } from './use-save.ts'

export const PrivacyForm = ({ settings, onSaved }: { settings: Settings; onSaved: (settings: Settings) => void }) => {
  const { save, busy, wrong } = useSave(onSaved)
  return (
    <Form
      label="Shoppers' browsers"
      onSend={(data) => void save({ necessary_only: data.get('necessary_only') === 'on' })}
    >
      <div class="field">
        <label class="row">
          <input
            class="check"
            type="checkbox"
            name="necessary_only"
            defaultChecked={settings.necessary_only}
            aria-describedby="necessary-note"
          />
          Read the strictly necessary only
        </label>
        <p class="help" id="necessary-note">
          The script then leaves out everything that is not needed to keep fraud away, for every shopper. Devices are
          recognised less surely. Shoppers who send the privacy signal of their browser are always treated so.
        </p>
      </div>
      <SaveRow busy={busy} wrong={wrong} />
    </Form>
  )
}
