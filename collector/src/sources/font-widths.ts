import { widthOf } from './text-width.ts'

/** The default fonts of system and user, by the width of one text. Firefox follows the zoom with "monospace" (docs/browsers.md#fonts). */
export const getFontWidths = () => ['system-ui', 'serif', 'sans-serif'].map(widthOf())
