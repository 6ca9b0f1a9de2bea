import { useEffect, useState } from 'preact/hooks'
import type { OrderRow } from '#contract/console.ts'
import { followStream } from '../../api/event-stream.ts'

/** Orders as they arrive, newest first, held back until the reader asks for them. */
export const useNewOrders = (path: string) => {
  const [waiting, setWaiting] = useState<readonly OrderRow[]>([])
  const [open, setOpen] = useState(true)
  useEffect(() => {
    setWaiting([])
    const controller = new AbortController()
    void followStream(path, {
      signal: controller.signal,
      onState: setOpen,
      onEvent: ({ name, data }) => {
        if (name !== 'order') return
        const row = JSON.parse(data) as OrderRow
        setWaiting((rows) => [row, ...rows.filter(({ id }) => id !== row.id)])
      },
    })
    return () => controller.abort()
  }, [path])
  return { waiting, open, take: () => setWaiting([]) }
}
