import type { Hint } from './page.ts'

/** Chromium without a window says so unless told otherwise: "HeadlessChrome/126". Phantom and Slimer did too. */
export const isHeadlessAgent: Hint = ({ navigator }) => /headless|phantomjs|slimerjs/i.test(navigator.userAgent)
