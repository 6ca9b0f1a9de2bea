import { useLocation } from 'preact-iso'
import { Icon, type IconName } from '../parts/icon.tsx'
import { useAccount } from './me.ts'
import { useSignOut } from './use-sign-out.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { usePlace } from './place.ts'
import { StorePick } from './store-pick.tsx'
import { ThemeButton } from './theme.tsx'
import { Wordmark } from './wordmark.tsx'

interface Entry {
  readonly page: string
  readonly icon: IconName
  readonly name: string
}
const groups: readonly { readonly name: string; readonly entries: readonly Entry[] }[] = [
  {
    name: 'Watch',
    entries: [
      { page: 'overview', icon: 'overview', name: 'Overview' },
      { page: 'orders', icon: 'orders', name: 'Orders' },
    ],
  },
  {
    name: 'Set up',
    entries: [
      { page: 'install', icon: 'install', name: 'Install' },
      { page: 'settings', icon: 'settings', name: 'Settings' },
    ],
  },
]

const NavGroups = () => {
  const { path } = useLocation()
  const { to } = usePlace()
  return (
    <nav class="nav" aria-label="Main">
      {groups.map(({ name, entries }) => (
        <div key={name}>
          <p class="group">{name}</p>
          <ul>
            {entries.map((entry) => (
              <li key={entry.page}>
                <a
                  href={to(entry.page)}
                  {...(path.startsWith(to(entry.page)) ? { 'aria-current': 'page' as const } : {})}
                >
                  <Icon name={entry.icon} />
                  {entry.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const roleWord = { owner: 'Owner', admin: 'Admin', approver: 'Approver', viewer: 'Viewer' } as const

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
