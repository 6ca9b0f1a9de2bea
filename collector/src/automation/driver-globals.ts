import type { Hint } from './page.ts'

/**
 * Names that drivers leave in the page: chromedriver ($cdc_, cdc_), Selenium, WebDriver for old browsers, Playwright,
 * Phantom, Nightmare, Cypress, Chromium's own automation controller.
 */
const left =
  /^(\$?cdc_|\$chrome_asyncScriptInfo|__\$webdriverAsyncExecutor|__(driver|webdriver|selenium|fxdriver)_|__webdriverFunc|__lastWatir|_Selenium_IDE|_selenium|callSelenium|__playwright|__pw|_phantom|__phantomas|callPhantom|__nightmare|domAutomation|awesomium|__Cypress)/

const hasLeft = (names: readonly string[]): boolean => names.some((name) => left.test(name))

export const areDriverGlobalsThere: Hint = (page) =>
  hasLeft(Object.getOwnPropertyNames(page)) || hasLeft(Object.getOwnPropertyNames(page.document))
