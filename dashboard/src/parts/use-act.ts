import { useState } from 'preact/hooks'

/** One act at a time; what went wrong is said beside it. */
export const useAct = () => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const act = async (what: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setWrong(null)
    try {
      await what()
    } catch (problem) {
      setWrong(problem instanceof Error ? problem.message : 'It did not work. Try again.')
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, wrong }
}
