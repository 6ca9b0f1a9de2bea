import { useLocation } from 'preact-iso'
import { roleWord } from '../format/role.ts'
import { Icon } from '../parts/icon.tsx'
import { useAccount } from './me.ts'
import { useSignOut } from './use-sign-out.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { pageGroups, type PageEntry } from './pages.ts'
import { usePlace } from './place.ts'
import { StorePick } from './store-pick.tsx'
import { ThemeButton } from './theme.tsx'
import { useWaitingReviews } from './waiting-reviews.ts'
import { Wordmark } from './wordmark.tsx'

/** How many wait, beside the page's name; nothing while it is not known or none does. */
const Waiting = () => {
  const waiting = useWaitingReviews()
  if (!waiting) return null
  return (
    <span class="count">
      {waiting > 99 ? '99+' : waiting}
      <span class="vh"> waiting</span>
    </span>
  )
}

const NavLink = ({ entry: { page, icon, name, tab } }: { entry: Omit<PageEntry, 'key' | 'what'> }) => {
  const { path } = useLocation()
  const { to } = usePlace()
  const isHere = path === to(page) || path.startsWith(`${to(page)}/`)
  return (
    <li class={tab ? '' : 'rest'}>
      <a href={to(page)} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        <Icon name={icon} />
        {name}
        {page === 'review' && <Waiting />}
      </a>
    </li>
  )
}

const NavGroups = () => (
  <nav class="nav" aria-label="Main">
    {pageGroups.map(({ name, entries }) => (
      <div key={name}>
        <p class="group">{name}</p>
        <ul>
          {entries.map((entry) => (
            <NavLink key={entry.page} entry={entry} />
          ))}
        </ul>
      </div>
    ))}
    <div class="only-tabs">
      <ul>
        <NavLink entry={{ page: 'more', icon: 'more', name: 'More', tab: true }} />
      </ul>
    </div>
  </nav>
)

/** The way round, and who is here; a bar with tabs where there is no room for a rail. */
export const Rail = () => {
  const { me } = useAccount()
  const signOut = useSignOut()
  const { to } = usePlace()
  return (
    <header class="side">
      <a class="wordmark" href={to('overview')} aria-label="Goodfaith, overview">
        <Wordmark />
      </a>
      <div class="store">
        <StorePick />
        <ModeSwitch />
      </div>
      <NavGroups />
      <div class="side-foot">
        <p class="who">
          <b class="clip">{me.person.name}</b>
          {roleWord[me.role]},{' '}
          <button class="linkish" type="button" onClick={signOut}>
            sign out
          </button>
        </p>
        <ThemeButton />
      </div>
    </header>
  )
}
