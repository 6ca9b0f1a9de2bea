import { useLocation } from 'preact-iso'
import { pagePath, usePlace, type Mode } from './place.ts'

/** The same page in the other set of data; a single order exists in one of them only, so it leads to the list. */
const otherPage = (path: string): string => {
  const [, , , page = 'overview', ...rest] = path.split('/')
  return rest.length > 0 ? 'orders' : page
}

export const ModeSwitch = () => {
  const { path, route } = useLocation()
  const { store, mode } = usePlace()
  const choose = (next: Mode) => route(pagePath(store.id, next, otherPage(path)))
  return (
    <fieldset class="mode">
      <legend class="vh">Data shown</legend>
      <label>
        <input type="radio" name="mode" id="mode-live" checked={mode === 'live'} onChange={() => choose('live')} />
        <span>Live</span>
      </label>
      <label class="test">
        <input type="radio" name="mode" id="mode-test" checked={mode === 'test'} onChange={() => choose('test')} />
        <span>Test</span>
      </label>
    </fieldset>
  )
}
