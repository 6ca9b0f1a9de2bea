import { widthOf } from './text-width.ts'

/**
 * Eight of FingerprintJS's 54 fonts: those that tell systems, office suites and design programs apart. Looking up a missing
 * font costs up to 0.9 ms of the page's time (Chromium 156 on Linux), so each must earn its place (docs/browsers.md#fonts).
 */
const telling = [
  'Calibri', // Windows, Office
  'Segoe UI Light', // Windows 8+
  'Agency FB', // Office, long ago
  'Menlo', // macOS
  'Helvetica Neue', // macOS, iOS
  'Gill Sans', // macOS, Office for Mac
  'MYRIAD PRO', // Adobe
  'sans-serif-thin', // Android
]

export const getFonts = () => {
  const measure = widthOf()
  const missing = measure('monospace')
  return telling.filter((font) => measure(`"${font}",monospace`) !== missing)
}
