import type { Overview } from '#contract/console.ts'
import { formatCount } from '../../format/number.ts'
import { Panel } from '../../parts/panel.tsx'
import { Points } from '../../parts/points.tsx'

export const ReasonsPanel = ({ reasons }: Pick<Overview, 'reasons'>) => {
  const most = Math.max(1, ...reasons.map(({ orders }) => orders))
  return (
    <Panel id="why-today" title="What lowered trust" note="orders a reason applied to, average points">
      <div class="body">
        {reasons.length === 0 ? (
          <p class="quiet">Nothing has lowered trust on this day.</p>
        ) : (
          <ul class="bars">
            {reasons.map(({ code, text, orders, average_points: points }) => (
              <li key={code}>
                <span class="clip" title={text}>
                  {text}
                </span>
                <span class="bar" style={{ '--v': (orders / most) * 100 }} />
                <span class="end">{formatCount(orders)}</span>
                <Points points={Math.round(points)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
