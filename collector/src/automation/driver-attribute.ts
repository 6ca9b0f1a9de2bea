import type { Hint } from './page.ts'

/** Older Firefox and IE drivers mark the root element. */
export const isDriverAttributeThere: Hint = ({ document }) =>
  ['webdriver', 'selenium', 'driver'].some((name) => document.documentElement.hasAttribute(name))
