import { Icon } from '../parts/icon.tsx'
import { readSetting, writeSetting } from './settings-store.ts'

export const themes = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
] as const
export type Theme = (typeof themes)[number]['id']

const root = document.documentElement

/** What was chosen on this device; it is kept nowhere else. */
export const themeChoice = (): Theme => themes.find(({ id }) => id === readSetting('theme'))?.id ?? 'system'

export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}

export const chooseTheme = (theme: Theme): void => {
  applyTheme(theme)
  writeSetting('theme', theme)
}

const isDark = (): boolean =>
  root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches

export const ThemeButton = () => (
  <button
    class="button plain square"
    type="button"
    aria-label="Switch between light and dark"
    onClick={() => chooseTheme(isDark() ? 'light' : 'dark')}
  >
    <Icon name="theme" />
  </button>
)
