/** What a letter is made of: both forms, text and HTML, come from the same blocks. */
export type Block =
  | { readonly say: string }
  | { readonly link: string; readonly to: string }
  | { readonly facts: readonly (readonly [name: string, value: string])[] }

export interface LetterPage {
  readonly subject: string
  readonly blocks: readonly Block[]
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

/** A name somebody chose could hold line breaks and so pretend to be a line of ours. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const textOf = (block: Block): string => {
  if ('say' in block) return oneLine(block.say)
  if ('link' in block) return `${block.link}:\n${block.to}`
  return block.facts.map(([name, value]) => `${name}: ${oneLine(value)}`).join('\n')
}

const htmlOf = (block: Block): string => {
  if ('say' in block) return `<p>${escaped(oneLine(block.say))}</p>`
  if ('link' in block) return `<p><a href="${escaped(block.to)}">${escaped(block.link)}</a></p>`
  const rows = block.facts.map(
    ([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(oneLine(value))}</td></tr>`,
  )
  return `<table cellpadding="4">${rows.join('')}</table>`
}

export interface RenderedLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export const renderPage = ({ subject, blocks }: LetterPage, installation: string): RenderedLetter => {
  const foot = `Sent by Goodfaith at ${installation}. Nobody reads answers to this address.`
  const body = blocks.map(htmlOf).join('\n')
  return {
    subject: oneLine(subject),
    text: `${[...blocks.map(textOf), `-- \n${foot}`].join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>\n<body style="font-family:sans-serif;line-height:1.5;max-width:36em">\n${body}\n<hr>\n<p><small>${escaped(foot)}</small></p>\n</body></html>\n`,
  }
}
