const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '')

/** The little of Markdown that our own texts use: paragraphs, bold and code. */
export const prose = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => escapeHtml(paragraph))
    .map((paragraph) => paragraph.replace(/`([^`]+)`/g, '<code>$1</code>').replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>'))
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
