import { render } from 'preact'
import { App } from './app.tsx'
import { applySavedTheme } from './shell/theme.tsx'

applySavedTheme()
render(<App />, document.body)
