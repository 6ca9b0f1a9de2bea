import type { Settings } from '#contract/console.ts'
import { formatClock, zoneName } from '../../format/time.ts'
import { Field } from '../../parts/field.tsx'
import { useNow } from '../../shell/use-now.ts'
import { Form, textOf } from './form.tsx'
import { SaveRow } from './save-row.tsx'
import { useSave } from './use-save.ts'

const zones = Intl.supportedValuesOf('timeZone')

export const StoreForm = ({ settings, onSaved }: { settings: Settings; onSaved: (settings: Settings) => void }) => {
  const { save, busy, wrong } = useSave(onSaved)
  const now = useNow(30_000)
  const zone = settings.time_zone
  const send = (data: FormData) =>
    void save({
      name: textOf(data, 'name'),
      time_zone: textOf(data, 'time_zone'),
      order_url: textOf(data, 'order_url') || null,
    })
  return (
    <Form label="Store" onSend={send}>
      <Field
        id="name"
        label="Name"
        wrong={wrong.name}
        input={{ name: 'name', type: 'text', required: true, maxLength: 120, defaultValue: settings.name }}
      />
      <Field
        id="time-zone"
        label="Time zone"
        help={`Days and hours of every page follow it. There it is ${formatClock(now, zone)} ${zoneName(zone, now)} now.`}
        wrong={wrong.time_zone}
        input={{
          name: 'time_zone',
          type: 'text',
          list: 'zones',
          autoComplete: 'off',
          spellcheck: false,
          defaultValue: zone,
        }}
      />
      <datalist id="zones">
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field
        id="order-url"
        label="Address of an order in your own system"
        help={
          <>
            Names and addresses of customers stay there. Put <code>{'{order_id}'}</code> where the number goes;{' '}
            <kbd>O</kbd> on an order opens it.
          </>
        }
        wrong={wrong.order_url}
        input={{
          name: 'order_url',
          type: 'url',
          autoComplete: 'off',
          spellcheck: false,
          placeholder: 'https://shop.example/admin/orders/{order_id}',
          defaultValue: settings.order_url ?? '',
        }}
      />
      <SaveRow busy={busy} wrong={wrong} />
    </Form>
  )
}
