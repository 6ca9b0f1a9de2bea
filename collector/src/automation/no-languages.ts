import type { Hint } from './page.ts'

/** Every browser with a user asks for some language; headless Chromium before 2023 asked for none. */
export const areLanguagesMissing: Hint = ({ navigator }) => navigator.languages.length === 0
