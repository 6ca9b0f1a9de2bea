import type { Hint } from './page.ts'

/** `language` is the first of `languages` by definition: https://html.spec.whatwg.org/#dom-navigator-language */
export const areLanguagesDifferent: Hint = ({ navigator }) =>
  navigator.languages.length > 0 && navigator.languages[0] !== navigator.language
