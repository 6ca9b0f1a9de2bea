import type { PolicyChange, PolicyView } from '#contract/console.ts'
import { get, patch } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { useAct } from '../../parts/use-act.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

/** How the store decides; every change is a revision of its own and holds from the next order on. */
export const usePolicy = () => {
  const { api } = usePlace()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const { data, problem, reload, replace } = useLoad(api('policy'), (signal) => get<PolicyView>(api('policy'), signal))
  const save = (change: PolicyChange, said = 'Saved. It holds from the next order on.'): void =>
    void act(async () => {
      replace(await patch<PolicyView>(api('policy'), change))
      toast(said)
    })
  return { policy: data, problem, reload, save, busy, wrong }
}
