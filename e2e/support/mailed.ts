import { readdir, readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { startProgram, type Program } from './program.ts'

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => {
        found(port)
      })
    })
  })

/** A port that is known beforehand: links in letters are made from the configuration. */
export const test = base.extend<object, { program: Program }>({
  program: [
    async ({}, use) => {
      const program = await startProgram({ PORT: String(await freePort()) })
      await use(program)
      await program.close()
    },
    { scope: 'worker' },
  ],
})

/** As a person does without a mail server: looks into the folder where letters lie, and follows the newest link. */
export const linkTo = async ({ mailFolder }: Program, email: string, path: string): Promise<string> => {
  let link: string | undefined
  await expect(async () => {
    const names = (await readdir(mailFolder)).filter((name) => name.endsWith('.txt'))
    const letters = await Promise.all(names.sort().map((name) => readFile(join(mailFolder, name), 'utf8')))
    const found = letters
      .filter((text) => text.includes(`To: ${email}\n`))
      .flatMap((text) => text.match(/http\S+#\S+/) ?? [])
    link = found.findLast((one) => one.includes(path))
    expect(link).toBeDefined()
  }).toPass()
  return link ?? ''
}
