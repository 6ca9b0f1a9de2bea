import { useEffect, useRef } from 'preact/hooks'
import type { OperatorOrganizationDetail, StartedImpersonation } from '#contract/operator.ts'
import { operatorGet, operatorPost } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatCount, plural } from '../../format/number.ts'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'

const ReasonForm = ({ id }: { readonly id: string }) => (
  <SendForm
    label="Look at this organisation"
    button="Look for 30 minutes"
    busy="Opening…"
    onSend={async (data) => {
      await operatorPost<StartedImpersonation>(`/organizations/${id}/impersonate`, { reason: textOf(data, 'reason') })
      location.assign('/')
    }}
  >
    {(wrong) => (
      <Field
        id="reason"
        label="Reason"
        wrong={wrong}
        help="10 to 500 characters. The owner gets it by mail, everybody there reads it, and it stays in both audit logs: no personal data."
        input={{ name: 'reason', required: true, minLength: 10, maxLength: 500, autoComplete: 'off' }}
      />
    )}
  </SendForm>
)

const Stores = ({ stores }: Pick<OperatorOrganizationDetail, 'stores'>) => (
  <table class="table">
    <caption class="vh">Stores, orders of the last 30 days</caption>
    <thead>
      <tr>
        <th scope="col">Store</th>
        <th scope="col">Live orders, 30 days</th>
        <th scope="col">Test orders, 30 days</th>
      </tr>
    </thead>
    <tbody>
      {stores.map(({ id, name, live, test }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td class="num">{formatCount(live.orders_30_days)}</td>
          <td class="num">{formatCount(test.orders_30_days)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Numbers of one organisation, and the way in. Opening it left a trace in its own audit log. */
export const OrganizationPanel = ({ id }: { readonly id: string }) => {
  const path = `/organizations/${id}`
  const { data, problem, reload } = useLoad(path, (signal) => operatorGet<OperatorOrganizationDetail>(path, signal))
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [data?.id])
  if (problem) return <Trouble what="The organisation" problem={problem} retry={reload} />
  if (!data) return null
  return (
    <div ref={place} tabIndex={-1}>
      <Panel id="organization" title={data.name} note={plural(data.people, 'person', 'people')}>
        {data.stores.length > 0 && <Stores stores={data.stores} />}
        <div class="body stack">
          <p class="soft">That you opened this stands in the audit log of {data.name}.</p>
          {data.impersonation_allowed ? (
            <ReasonForm id={id} />
          ) : (
            <p>{data.name} does not let the operator look. Its owner can change that under Settings.</p>
          )}
        </div>
      </Panel>
    </div>
  )
}
