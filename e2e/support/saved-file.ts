import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test as base } from './dashboard.ts'

const isWhole = (name: string): boolean => !/\.(?:part|crdownload)$/.test(name)

/**
 * Looks at what lies on the disk: Firefox saves a Blob but names no navigation for it, and Playwright then tells of no
 * download (docs/browsers.md#tests).
 */
export const test = base.extend<{ savedBy: (act: () => Promise<void>) => Promise<string> }, { downloads: string }>({
  downloads: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'goodfaith-downloads-'))
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  launchOptions: async ({ launchOptions, downloads }, use) => use({ ...launchOptions, downloadsPath: downloads }),
  savedBy: async ({ downloads }, use) => {
    await use(async (act) => {
      const before = new Set(await readdir(downloads))
      let text = ''
      await act()
      await expect
        .poll(async () => {
          const [name] = (await readdir(downloads)).filter((one) => isWhole(one) && !before.has(one))
          text = name === undefined ? '' : await readFile(join(downloads, name), 'utf8')
          return text.endsWith('\n')
        })
        .toBe(true)
      return text
    })
  },
})
