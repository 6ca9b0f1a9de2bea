import { showPanel } from './panel.ts'
import { goOn } from './play.ts'

showPanel()
void goOn((text) => {
  const status = document.querySelector('[data-status]')
  if (status) status.textContent = text
})
