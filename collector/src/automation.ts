import type { AutomationHint } from '#contract/automation.ts'
import { isDriverAttributeThere } from './automation/driver-attribute.ts'
import { areDriverGlobalsThere } from './automation/driver-globals.ts'
import { isEngineMismatched } from './automation/engine-mismatch.ts'
import { isHeadlessAgent } from './automation/headless-agent.ts'
import { areLanguagesDifferent } from './automation/languages-differ.ts'
import { isChromeObjectMissing } from './automation/no-chrome-object.ts'
import { areLanguagesMissing } from './automation/no-languages.ts'
import { arePluginsMissing } from './automation/no-plugins.ts'
import { isWindowSizeMissing } from './automation/no-window-size.ts'
import type { Hint, Page } from './automation/page.ts'
import { areNativesPatched } from './automation/patched-natives.ts'
import { isWebdriverPatched } from './automation/patched-webdriver.ts'
import { isPlatformMismatched } from './automation/platform-mismatch.ts'
import { isWebdriver } from './automation/webdriver.ts'

/** Only names leave the browser. What a name is worth is judged elsewhere. */
export const hints: Readonly<Record<AutomationHint, Hint>> = {
  webdriver: isWebdriver,
  headless_agent: isHeadlessAgent,
  driver_globals: areDriverGlobalsThere,
  driver_attribute: isDriverAttributeThere,
  patched_webdriver: isWebdriverPatched,
  patched_natives: areNativesPatched,
  no_languages: areLanguagesMissing,
  no_plugins: arePluginsMissing,
  no_chrome_object: isChromeObjectMissing,
  no_window_size: isWindowSizeMissing,
  languages_differ: areLanguagesDifferent,
  engine_mismatch: isEngineMismatched,
  platform_mismatch: isPlatformMismatched,
}

/** A hint that throws says nothing: a browser without the interface is old, not driven. */
export const getAutomation = (): AutomationHint[] => hintsOf(window)

export const hintsOf = (page: Page): AutomationHint[] =>
  (Object.keys(hints) as AutomationHint[]).filter((name) => {
    try {
      return hints[name](page)
    } catch {
      return false
    }
  })
