import type { Hint } from './page.ts'

/** Required of every driven browser: https://www.w3.org/TR/webdriver2/#interface */
export const isWebdriver: Hint = ({ navigator }) => navigator.webdriver
