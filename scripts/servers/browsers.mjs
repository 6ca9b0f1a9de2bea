import { isPretendedAway, pretendedAway } from './pretend.mjs'
import { findOrInstall, versionOf } from './program.mjs'

const browsers = [
  { name: 'chromium', debianPackage: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { name: 'firefox', debianPackage: 'firefox-esr', programs: ['firefox-esr', 'firefox'] },
]

const find = async ({ name, debianPackage, programs }) => {
  if (isPretendedAway('browser')) return pretendedAway(name, 'browser')
  const { path, skipped } = await findOrInstall(debianPackage, ...programs)
  return path
    ? { name, kind: programs.find((program) => path.endsWith(`/${program}`)), version: await versionOf(path), path }
    : { name, skipped }
}

/** Both browsers, each { name, kind, version, path } or { name, skipped }; one after the other, since apt takes one at a time. */
export const findBrowsers = async () => {
  const found = []
  for (const browser of browsers) found.push(await find(browser))
  return found
}
