import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FolderTaken, lockFolder } from './folder-lock.ts'

test('a folder has one server at a time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-lock-'))
  const release = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderTaken)
  expect(() => lockFolder(folder)).toThrow(folder)
  release()
  lockFolder(folder)()
  await rm(folder, { recursive: true })
})
