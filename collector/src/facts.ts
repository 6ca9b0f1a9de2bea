import type { SessionFacts } from '#contract/session.ts'
import { getAutomation } from './automation.ts'
import { isFramed } from './facts/framed.ts'
import { getLanguages } from './facts/languages.ts'
import { getPlatformFamily } from './facts/platform.ts'
import { getScreenClass } from './facts/screen-class.ts'
import { isStorageThere } from './facts/storage.ts'
import { getTimeZone } from './facts/time-zone.ts'
import { isTouch } from './facts/touch.ts'
import type { Source } from './source.ts'

type Facts = { readonly [Name in keyof SessionFacts]?: Source<SessionFacts[Name]> }

/** Sent in clear, because the server must compare them; each with its purpose in docs/collector-data.md. */
export const necessaryFacts = {
  time_zone: getTimeZone,
  languages: getLanguages,
  platform: getPlatformFamily,
  automation: getAutomation,
  framed: isFramed,
} satisfies Facts

export const facts = {
  ...necessaryFacts,
  screen: getScreenClass,
  touch: isTouch,
  storage: isStorageThere,
} satisfies Facts
