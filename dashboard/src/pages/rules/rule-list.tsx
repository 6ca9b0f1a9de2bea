import type { RuleRow, RuleRows } from '#contract/console.ts'
import { plural } from '../../format/number.ts'
import { Bone } from '../../parts/bone.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'
import { moveButtonId, useMove, type Direction } from './use-move.ts'
import { actionWord, stateWord } from './words.ts'

const hits = ({ matched, state }: RuleRow): string | null => {
  if (!matched || state === 'off') return null
  return `${plural(matched.orders, state === 'shadow' ? 'would hit' : 'hit', state === 'shadow' ? 'would hit' : 'hits')} in 30 days`
}

interface Props {
  readonly rules: RuleRows | undefined
  readonly current: string | undefined
  /** The list gives way to the rule where there is no room for both. */
  readonly aside: boolean
  readonly onMoved: () => void
}

const MoveButton = ({ rule, direction, moves }: { rule: RuleRow; direction: Direction; moves: Moves }) => (
  <button
    class="button plain square small"
    type="button"
    id={moveButtonId(rule.id, direction)}
    aria-label={`Move ${rule.name} ${direction}`}
    aria-disabled={!moves.canMove(rule, direction)}
    onClick={() => moves.move?.(rule, direction)}
  >
    <Icon name={direction} />
  </button>
)
type Moves = ReturnType<typeof useMove>

const RuleLine = ({ rule, isCurrent, moves }: { rule: RuleRow; isCurrent: boolean; moves: Moves }) => {
  const { to } = usePlace()
  return (
    <li {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
      <a href={to(`rules/${rule.id}`)}>{rule.name}</a>
      <span class="sub">
        <span>
          {stateWord[rule.state].toLowerCase()}, {actionWord(rule.action)}
        </span>
        <span>{hits(rule)}</span>
      </span>
      {moves.move && (
        <span class="rule-moves">
          <MoveButton rule={rule} direction="up" moves={moves} />
          <MoveButton rule={rule} direction="down" moves={moves} />
        </span>
      )}
    </li>
  )
}

export const RuleList = ({ rules, current, aside, onMoved }: Props) => {
  const { to } = usePlace()
  const moves = useMove(rules, onMoved)
  return (
    <div class={aside ? 'hide-small' : ''}>
      <Panel
        id="all-rules"
        title="All rules"
        aside={
          <a class="button plain small" href={to('rules/new')}>
            <Icon name="plus" />
            New
          </a>
        }
      >
        <ol class="rule-list" aria-busy={rules === undefined}>
          {rules === undefined &&
            ['8rem', '10rem', '7rem'].map((width) => (
              <li key={width}>
                <Bone width={width} />
                <span class="sub">
                  <Bone width="6rem" />
                </span>
              </li>
            ))}
          {rules?.data.map((rule) => (
            <RuleLine key={rule.id} rule={rule} isCurrent={rule.id === current} moves={moves} />
          ))}
          {rules?.data.length === 0 && <li class="quiet">None yet.</li>}
        </ol>
        <footer>
          {moves.wrong && <p role="alert">{moves.wrong}</p>}
          <small class="quiet">
            Allow and block lists come before rules. Of the rules that hold, approve wins over decline, decline over
            review, and of several the first in this order is named; points are added up.
          </small>
        </footer>
      </Panel>
    </div>
  )
}
