export type Ink = 'name' | 'num' | 'str' | 'op' | 'note' | 'plain'

export interface Piece {
  readonly ink: Ink
  readonly text: string
  /** Stands where something is wrong. */
  readonly wrong?: boolean
}

/** From and up to, counted in characters. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** In the order in which they are tried. Names carry their dots: `order.amount` is one name. */
const inks: readonly (readonly [Ink, RegExp])[] = [
  ['note', /\/\/[^\n]*/y],
  ['str', /r?"(?:\\.|[^"\\\n])*"?|r?'(?:\\.|[^'\\\n])*'?/y],
  ['num', /\d[\w.]*/y],
  ['op', /\b(?:in|true|false|null)\b|&&|\|\||[=!<>]=|[-+*/%<>!?:]/y],
  ['name', /[A-Za-z_][\w.]*/y],
  ['plain', /\s+|[^\s]/y],
]

const pieceAt = (text: string, at: number): Piece => {
  for (const [ink, pattern] of inks) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) return { ink, text: found }
  }
  return { ink: 'plain', text: text.charAt(at) }
}

/** What stands where, for colour only: whether it is right, the server says. Joined together it is the text again. */
export const paint = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at)
    pieces.push(piece)
    at += piece.text.length
  }
  return pieces
}

const split = (pieces: readonly Piece[], { from, to }: Span): readonly Piece[] => {
  let at = 0
  return pieces.flatMap((piece) => {
    const begin = at
    at += piece.text.length
    const [cut, end] = [Math.max(begin, from), Math.min(at, to)]
    if (cut >= end) return [piece]
    const part = (a: number, b: number, wrong: boolean): Piece => ({
      ink: piece.ink,
      text: piece.text.slice(a - begin, b - begin),
      wrong,
    })
    return [part(begin, cut, false), part(cut, end, true), part(end, at, false)].filter(({ text }) => text !== '')
  })
}

/** The same, line by line; a piece that runs over a line's end is cut there. */
export const paintLines = (text: string, fault?: Span): readonly (readonly Piece[])[] =>
  (fault ? split(paint(text), fault) : paint(text))
    .flatMap((piece) =>
      piece.text.split('\n').map((part, index) => ({ piece: { ...piece, text: part }, begins: index > 0 })),
    )
    .reduce<Piece[][]>(
      (lines, { piece, begins }) => {
        if (begins) lines.push([])
        if (piece.text !== '') lines.at(-1)?.push(piece)
        return lines
      },
      [[]],
    )
