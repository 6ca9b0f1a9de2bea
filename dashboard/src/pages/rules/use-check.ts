import { useEffect, useState } from 'preact/hooks'
import type { RuleCheck } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { usePlace } from '../../shell/place.ts'

const restMs = 250

/** The server's word on an expression, asked once the fingers rest. Null while it is not known for this text. */
export const useCheck = (expression: string): RuleCheck | null => {
  const { api } = usePlace()
  const path = api('rules/check')
  const [checked, setChecked] = useState<{ readonly expression: string; readonly check: RuleCheck } | null>(null)
  useEffect(() => {
    if (expression.trim() === '') return
    let isOver = false
    const timer = setTimeout(
      () =>
        void post<RuleCheck>(path, { expression }).then(
          (check) => !isOver && setChecked({ expression, check }),
          // Saving checks again and says what is wrong.
          () => undefined,
        ),
      restMs,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [expression, path])
  return checked?.expression === expression ? checked.check : null
}
