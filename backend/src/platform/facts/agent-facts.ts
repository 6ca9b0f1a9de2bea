import Bowser from 'bowser'
import { isbot } from 'isbot'
import type { AgentFacts } from '../../scoring/context.ts'

/** The parsers run regular expressions over the whole text: no real browser needs more. */
const longest = 512
/** User agents repeat. A pure function of the text: nothing to invalidate. */
const mostKept = 500

const platforms: Readonly<Record<string, AgentFacts['platform']>> = {
  desktop: 'desktop',
  mobile: 'mobile',
  tablet: 'tablet',
}

const read = (userAgent: string): AgentFacts => {
  const { browser, os, platform } = Bowser.parse(userAgent)
  return {
    browser: browser.name || null,
    os: os.name || null,
    platform: platforms[platform.type ?? ''] ?? 'other',
    bot: isbot(userAgent),
  }
}

const kept = new Map<string, AgentFacts>()

/** null for a blank user agent. */
export const agentFacts = (userAgent: string): AgentFacts | null => {
  const text = userAgent.slice(0, longest).trim()
  if (text === '') return null
  const known = kept.get(text)
  if (known) return known
  const facts = read(text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, facts)
  return facts
}
