import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** The system's own browsers: Playwright's cannot be downloaded everywhere. scripts/test.mjs finds them and says what is missing. */
const program = (variable, usual) => process.env[variable] ?? (existsSync(usual) ? usual : undefined)
const chromium = program('GOODFAITH_TEST_CHROMIUM', '/usr/bin/chromium')
const firefox = program('GOODFAITH_TEST_FIREFOX', '/usr/bin/firefox-esr')

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']

const projects = [
  chromium && {
    name: 'chromium',
    use: {
      browserName: 'chromium',
      // --no-sandbox: Chromium refuses to start as root with it, and containers run tests as root.
      launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet] },
    },
  },
  firefox && {
    name: 'firefox',
    // Firefox ESR speaks WebDriver BiDi, not Playwright's own protocol: docs/browsers.md#tests
    use: {
      browserName: 'firefox',
      channel: 'moz-firefox',
      launchOptions: { executablePath: firefox, firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } },
    },
  },
].filter(Boolean)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/playwright',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Without motion, since a colour on its way from light to dark is no colour that anybody reads.
  use: { locale: 'en-GB', timezoneId: undefined, trace: 'off', contextOptions: { reducedMotion: 'reduce' } },
  projects,
})
