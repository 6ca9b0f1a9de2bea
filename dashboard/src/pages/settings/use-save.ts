import { useState } from 'preact/hooks'
import type { Settings, SettingsChange } from '#contract/console.ts'
import { patch } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useAccount } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

/** Saves a part of the settings. `wrong` says by field what the server refused, or under '' what else went wrong. */
export const useSave = (onSaved: (settings: Settings) => void) => {
  const { api } = usePlace()
  const { renew } = useAccount()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})

  const save = async (change: SettingsChange): Promise<void> => {
    setBusy(true)
    setWrong({})
    try {
      onSaved(await patch<Settings>(api('settings'), change))
      toast('Saved. It holds from the next order on.')
      await renew()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      const fields = problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail])
      setWrong(fields.length > 0 ? (Object.fromEntries(fields) as Record<string, string>) : { '': problem.message })
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, wrong }
}
