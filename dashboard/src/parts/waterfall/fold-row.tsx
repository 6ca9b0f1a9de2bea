import { formatPoints, plural } from '../../format/number.ts'
import { Points } from '../points.tsx'
import { Bar } from './bar.tsx'
import type { Fold } from './fold-small.ts'

export const FoldRow = ({ fold, onOpen }: { fold: Fold; onOpen: () => void }) => (
  <tr>
    <td>
      <Points points={fold.points} />
    </td>
    <td class="reason">
      {plural(fold.steps.length, 'smaller reason')} together{' '}
      <button class="linkish" type="button" onClick={onOpen}>
        show all
      </button>
    </td>
    <td class="scope" />
    <Bar
      kind={fold.direction}
      from={fold.from}
      to={fold.to}
      enter={fold.before}
      leave={fold.after}
      label={fold.after < 0 ? formatPoints(fold.after) : String(fold.after)}
    />
    <td class="without" />
  </tr>
)
