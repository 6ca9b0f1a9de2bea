import { render } from 'preact'
import { App } from './app.tsx'
import { applyTheme, themeChoice } from './shell/theme.tsx'

applyTheme(themeChoice())
render(<App />, document.body)
