import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RuleRow, RuleRows } from '#contract/console.ts'
import type { Rule } from '#contract/rules.ts'
import { patch } from '../../api/client.ts'
import { useAct } from '../../parts/use-act.ts'
import { useMay } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

export type Direction = 'up' | 'down'

export const moveButtonId = (ruleId: string, direction: Direction): string => `move-${direction}-${ruleId}`

/** A rule one place up or down. Its row moves in the page and takes the focus along, so that it can be pressed again. */
export const useMove = (rules: RuleRows | undefined, onMoved: () => void) => {
  const { api } = usePlace()
  const mayMove = useMay('rules.change')
  const toast = useToast()
  const { act, wrong } = useAct()
  const focusOn = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (focusOn.current) document.getElementById(focusOn.current)?.focus()
    focusOn.current = null
  }, [rules])

  const count = rules?.data.length ?? 0
  const canMove = ({ order }: RuleRow, direction: Direction): boolean =>
    direction === 'up' ? order > 1 : order < count
  const move = (rule: RuleRow, direction: Direction): void => {
    if (!canMove(rule, direction)) return
    void act(async () => {
      const { name, order } = await patch<Rule>(api(`rules/${rule.id}`), {
        order: rule.order + (direction === 'up' ? -1 : 1),
      })
      focusOn.current = moveButtonId(rule.id, direction)
      toast(`“${name}” is rule ${order} of ${count} now.`)
      onMoved()
    })
  }
  return { move: mayMove && count > 1 ? move : null, canMove, wrong }
}
