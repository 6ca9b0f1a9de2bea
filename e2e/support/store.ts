import { listen, type Listening } from './listen.ts'

export interface Page {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Store extends Listening {
  /** What the store's own server got from its forms. */
  readonly orders: readonly URLSearchParams[]
}

/** A store's server: some pages, and POST /order for the form. */
export const startStore = async (pages: Readonly<Record<string, Page>>): Promise<Store> => {
  const orders: URLSearchParams[] = []
  const listening = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://store')
    if (request.method === 'POST' && pathname === '/order') {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        orders.push(new URLSearchParams(body))
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Ordered</title><h1>Thank you</h1>')
      })
      return
    }
    const page = pages[pathname]
    if (!page) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
  })
  return { ...listening, orders }
}
