import { useState } from 'preact/hooks'
import type { OrderRows } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { formatCount } from '../../format/number.ts'
import { isoDay } from '../../format/time.ts'
import { saveFile } from '../../parts/save-file.ts'
import { useAct } from '../../parts/use-act.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { ordersCall, type Filters } from './filters.ts'
import { mostExported, ordersCsv, readAllOrders } from './orders-csv.ts'

const pageSize = 100

/** The whole list as it is filtered now, not only the page that is shown. */
export const ExportOrders = ({ filters }: { filters: Filters }) => {
  const { api, zone, mode } = usePlace()
  const { act, busy, wrong } = useAct()
  const toast = useToast()
  const [read, setRead] = useState(0)
  const save = async () => {
    const now = Date.now()
    setRead(0)
    const page = (after: string | undefined) => get<OrderRows>(api(ordersCall(filters, now, after, pageSize)))
    const rows = await readAllOrders(page, setRead)
    saveFile(`orders-${mode}-${isoDay(now, zone)}.csv`, new Blob([ordersCsv(rows)], { type: 'text/csv' }))
    const cut = rows.length >= mostExported ? ', the newest ones' : ''
    toast(`${formatCount(rows.length)} orders are saved${cut}.`)
  }
  return (
    <>
      {wrong && <span role="alert">{wrong}</span>}
      <button class="button plain hide-small" type="button" disabled={busy} onClick={() => void act(save)}>
        {busy ? `${formatCount(read)} orders read` : 'Export CSV'}
      </button>
    </>
  )
}
