import { widthOf } from './text-width.ts'

/**
 * Twelve of FingerprintJS's 54 fonts: those that tell systems, office suites and design programs apart. Looking up a missing
 * font costs up to 0.9 ms of the page's time (Chromium 156 on Linux), so each must earn its place (docs/browsers.md#fonts).
 */
const telling = [
  'Calibri', // Windows, Office
  'Segoe UI Light', // Windows 8+
  'Leelawadee', // Windows with Thai
  'SimHei', // Windows with Chinese
  'MS Outlook', // Office
  'Agency FB', // Office, long ago
  'Menlo', // macOS
  'Helvetica Neue', // macOS, iOS
  'Gill Sans', // macOS, Office for Mac
  'MYRIAD PRO', // Adobe
  'Bitstream Vera Sans Mono', // Linux
  'sans-serif-thin', // Android
]

export const getFonts = () => {
  const measure = widthOf()
  const missing = measure('monospace')
  return telling.filter((font) => measure(`"${font}",monospace`) !== missing)
}
