import { useEffect, useState } from 'preact/hooks'
import type { Training } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { usePlace } from '../../shell/place.ts'

const everyMs = 1000
const isUnderWay = ({ state }: Training): boolean => state === 'asked' || state === 'running'

/** Training on the server, asked about every second while it runs. */
export const useTraining = (given: Training | undefined, onDone: () => void) => {
  const { api } = usePlace()
  const [latest, setLatest] = useState<Training | undefined>()
  const training = latest ?? given
  const runs = training !== undefined && isUnderWay(training)
  useEffect(() => {
    if (!runs) return
    const controller = new AbortController()
    const timer = setInterval(
      () =>
        void get<Training>(api('models/training'), controller.signal).then(
          (next) => {
            setLatest(next)
            if (!isUnderWay(next)) onDone()
          },
          () => undefined,
        ),
      everyMs,
    )
    return () => {
      clearInterval(timer)
      controller.abort()
    }
  }, [runs])
  const start = async (): Promise<void> => setLatest(await post<Training>(api('models/train')))
  return { training, runs, start }
}
