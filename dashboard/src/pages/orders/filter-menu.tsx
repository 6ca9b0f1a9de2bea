import { useRef } from 'preact/hooks'
import { Icon } from '../../parts/icon.tsx'
import { useKeys } from '../../shell/keys.ts'
import { useQuery } from '../../shell/place.ts'
import { allDecisions, allLevels, periods, type Filters } from './filters.ts'

const toggled = <Word extends string>(list: readonly Word[], word: Word): string =>
  (list.includes(word) ? list.filter((other) => other !== word) : [...list, word]).join()

/** A disclosure, not a menu: check boxes and radio buttons keep their own keys. */
export const FilterMenu = ({ filters }: { filters: Filters }) => {
  const { change } = useQuery()
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
  }
  useKeys({
    f: () => {
      if (!details.current) return
      details.current.open = true
      details.current.querySelector('input')?.focus()
    },
    Escape: close,
  })
  return (
    <details class="filter-menu" ref={details}>
      <summary class="button plain">
        <Icon name="plus" />
        Filter <kbd>F</kbd>
      </summary>
      <div class="filter-panel">
        <fieldset>
          <legend>Level</legend>
          {allLevels.map((level) => (
            <label key={level}>
              <input
                class="check"
                type="checkbox"
                checked={filters.levels.includes(level)}
                onChange={() => change({ level: toggled(filters.levels, level), after: undefined })}
              />{' '}
              {level}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Decision</legend>
          {allDecisions.map((decision) => (
            <label key={decision}>
              <input
                class="check"
                type="checkbox"
                checked={filters.decisions.includes(decision)}
                onChange={() => change({ decision: toggled(filters.decisions, decision), after: undefined })}
              />{' '}
              {decision}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Placed</legend>
          {Object.entries(periods).map(([period, name]) => (
            <label key={period}>
              <input
                class="check"
                type="radio"
                name="placed"
                checked={filters.period === period}
                onChange={() => change({ placed: period, after: undefined })}
              />{' '}
              {name}
            </label>
          ))}
        </fieldset>
        <button class="button small" type="button" onClick={close}>
          Done
        </button>
      </div>
    </details>
  )
}
