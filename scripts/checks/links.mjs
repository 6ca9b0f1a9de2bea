import { readdir, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const skipped = new Set(['node_modules', 'dist', '.cache', '.git', 'data'])

const pagesIn = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : pagesIn(path)
      return entry.name.endsWith('.md') ? [path] : []
    }),
  )
  return found.flat()
}

/** Targets of links that are neither addresses nor places on the same page. */
const targetsOf = (text) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

/** A page that points at what is not there is wrong, like a test that names nothing. */
export const links = async () => {
  const pages = await pagesIn('.')
  const lines = await Promise.all(
    pages.map(async (page) =>
      targetsOf(await readFile(page, 'utf8'))
        .filter((target) => !existsSync(resolve(dirname(page), target)))
        .map((target) => `${page}: ${target} is not there`),
    ),
  )
  const broken = lines.flat()
  return { ok: broken.length === 0, output: broken.join('\n') }
}
