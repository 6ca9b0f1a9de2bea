import { open, type FileHandle } from 'node:fs/promises'

export interface FileLine {
  /** Counted from 1, as editors do. */
  readonly number: number
  /** Where its bytes are. */
  readonly offset: number
  readonly bytes: number
  readonly text: string
}

const chunkBytes = 1 << 20
/** No order is as long; a file that is not made of lines must not be read into memory whole. */
const longestLine = 4 << 20
const newline = 0x0a

const textOf = (bytes: Buffer, first: boolean): string => {
  const text = bytes.toString('utf8').trimEnd()
  return first && text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Every line that is not empty, in the order of the file, holding no more than a chunk of it. */
export async function* readLines(path: string): AsyncGenerator<FileLine> {
  const file = await open(path, 'r')
  try {
    let number = 0
    let offset = 0
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of chunksOf(file)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let from = 0
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
        number += 1
        const text = textOf(bytes.subarray(from, end), number === 1)
        if (text !== '') yield { number, offset: offset + from, bytes: end - from, text }
        from = end + 1
      }
      rest = bytes.subarray(from)
      offset += from
      if (rest.length > longestLine) throw new Error(`Line ${number + 1} is longer than ${longestLine >> 20} MB.`)
    }
    const text = textOf(rest, number === 0)
    if (text !== '') yield { number: number + 1, offset, bytes: rest.length, text }
  } finally {
    await file.close()
  }
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}
