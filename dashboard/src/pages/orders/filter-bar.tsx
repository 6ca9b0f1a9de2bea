import { Icon } from '../../parts/icon.tsx'
import { useQuery } from '../../shell/place.ts'
import { FilterMenu } from './filter-menu.tsx'
import { chipsOf, type Filters } from './filters.ts'
import { hintOf } from './search-hints.ts'
import { SearchBox } from './search-box.tsx'

export const clearAll = {
  level: undefined,
  decision: undefined,
  placed: undefined,
  order: undefined,
  ref: undefined,
  after: undefined,
}

export const FilterBar = ({ filters, onMiss }: { filters: Filters; onMiss: (text: string | null) => void }) => {
  const { change } = useQuery()
  const chips = chipsOf(filters, hintOf)
  return (
    <div class="filterbar" role="group" aria-label="Filter orders">
      <SearchBox onMiss={onMiss} />
      <div class="filters">
        {chips.map(({ key, text, without }) => (
          <span class="filter" key={key}>
            <span class="label">
              <span class="key">{key}</span> {text}
            </span>
            <button
              class="off"
              type="button"
              aria-label={`Remove filter ${key} ${text}`}
              onClick={() => change({ ...without, after: undefined })}
            >
              <Icon name="cross" />
            </button>
          </span>
        ))}
        <FilterMenu filters={filters} />
        {chips.length > 0 && (
          <button class="button plain" type="button" onClick={() => change(clearAll)}>
            Clear
          </button>
        )}
      </div>
    </div>
  )
}
