import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Browser tests drive what is shipped. */
export const built = (path: string): Buffer => {
  try {
    return readFileSync(resolve(root, 'dist', path))
  } catch (cause) {
    throw new Error(`dist/${path} is missing: run "npm run build" first.`, { cause })
  }
}

export const documented = (path: string): string => readFileSync(resolve(root, 'docs', path), 'utf8')
