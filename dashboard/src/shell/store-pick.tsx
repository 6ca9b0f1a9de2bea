import { useLocation } from 'preact-iso'
import { useMe } from './me.ts'
import { pagePath, usePlace } from './place.ts'

/** A plain name where there is one store, a native list where there are several. */
export const StorePick = () => {
  const { stores } = useMe()
  const { store, mode } = usePlace()
  const { route } = useLocation()
  const initial = store.name.trim().charAt(0).toUpperCase()
  if (stores.length === 1) {
    return (
      <p class="store-pick">
        <span class="monogram" aria-hidden="true">
          {initial}
        </span>
        <span class="vh">Store:</span>
        <span class="clip">{store.name}</span>
      </p>
    )
  }
  return (
    <label class="store-pick">
      <span class="monogram" aria-hidden="true">
        {initial}
      </span>
      <span class="vh">Store</span>
      <select
        class="select plain"
        value={store.id}
        onChange={({ currentTarget }) => route(pagePath(currentTarget.value, mode, 'overview'))}
      >
        {stores.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
