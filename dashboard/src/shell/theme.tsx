import { Icon } from '../parts/icon.tsx'
import { readSetting, writeSetting } from './settings-store.ts'

const root = document.documentElement

/** System, light or dark; what was chosen here is kept on this device only. */
export const applySavedTheme = (): void => {
  const saved = readSetting('theme')
  if (saved === 'light' || saved === 'dark') root.dataset.theme = saved
}

const isDark = (): boolean =>
  root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches

const toggle = () => {
  const theme = isDark() ? 'light' : 'dark'
  root.dataset.theme = theme
  writeSetting('theme', theme)
}

export const ThemeButton = () => (
  <button class="button plain square" type="button" aria-label="Switch between light and dark" onClick={toggle}>
    <Icon name="theme" />
  </button>
)
