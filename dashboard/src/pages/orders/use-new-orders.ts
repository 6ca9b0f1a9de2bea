import { useEffect, useState } from 'preact/hooks'
import type { OrderRow } from '#contract/console.ts'
import { followStream } from '../../api/event-stream.ts'

const everyOrder = (): boolean => true

/** Orders as they arrive, newest first, held back until the reader asks for them. `wanted` leaves out what a filter hides. */
export const useNewOrders = (path: string, wanted: (row: OrderRow) => boolean = everyOrder) => {
  const [arrived, setArrived] = useState<readonly OrderRow[]>([])
  const [open, setOpen] = useState(true)
  useEffect(() => {
    setArrived([])
    const controller = new AbortController()
    void followStream(path, {
      signal: controller.signal,
      onState: setOpen,
      onEvent: ({ name, data }) => {
        if (name !== 'order') return
        const row = JSON.parse(data) as OrderRow
        setArrived((rows) => [row, ...rows.filter(({ id }) => id !== row.id)])
      },
    })
    return () => controller.abort()
  }, [path])
  return { waiting: arrived.filter(wanted), open, take: () => setArrived([]) }
}
