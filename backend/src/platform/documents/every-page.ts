import type { Page } from './port.ts'

/** One page after the other until the last. `read` is given where to go on, ready to be spread into its options. */
export async function* everyPage<Item>(
  read: (from: { readonly after?: string }) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  let after: string | null = null
  do {
    const page: Page<Item> = await read(after === null ? {} : { after })
    yield page.items
    after = page.next
  } while (after !== null)
}
