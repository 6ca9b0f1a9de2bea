/**
 * Traces of software that steers a browser, as the collector names them. Each may have an innocent cause; what each is
 * worth is judged on the server. Append only. What each one looks at: docs/collector-data.md#automation.
 */
export const automationHints = [
  // Said by the browser or its driver itself: no ordinary browser does this.
  'webdriver',
  'headless_agent',
  'driver_globals',
  'driver_attribute',
  // Somebody hid the above, or a privacy extension patched the page.
  'patched_webdriver',
  'patched_natives',
  // What an ordinary browser has and this one lacks, or says twice and differently.
  'no_languages',
  'no_plugins',
  'no_chrome_object',
  'no_window_size',
  'languages_differ',
  'engine_mismatch',
  'platform_mismatch',
] as const
export type AutomationHint = (typeof automationHints)[number]
