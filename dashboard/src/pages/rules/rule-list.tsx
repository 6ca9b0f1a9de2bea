import type { RuleRow, RuleRows } from '#contract/console.ts'
import { plural } from '../../format/number.ts'
import { Bone } from '../../parts/bone.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'
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
}

export const RuleList = ({ rules, current, aside }: Props) => {
  const { to } = usePlace()
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
            <li key={rule.id} {...(rule.id === current ? { 'aria-current': 'true' as const } : {})}>
              <a href={to(`rules/${rule.id}`)}>{rule.name}</a>
              <span class="sub">
                <span>
                  {stateWord[rule.state].toLowerCase()}, {actionWord(rule.action)}
                </span>
                <span>{hits(rule)}</span>
              </span>
            </li>
          ))}
          {rules?.data.length === 0 && <li class="quiet">None yet.</li>}
        </ol>
        <footer>
          <small class="quiet">
            Allow and block lists come before rules. Of the rules that hold, approve wins over decline, decline over
            review; points are added up.
          </small>
        </footer>
      </Panel>
    </div>
  )
}
