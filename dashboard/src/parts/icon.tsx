import { symbols } from './icon-symbols.data.ts'

type SymbolName = keyof typeof symbols
export type IconName = SymbolName extends infer Name ? (Name extends `i-${infer Short}` ? Short : never) : never
export type LevelName = 'low' | 'medium' | 'high' | 'critical'

/** All shapes, once per page; everything else refers to them by name. The shapes are ours, never data. */
export const IconSprite = () => (
  <svg width="0" height="0" class="sprite" aria-hidden="true">
    {Object.entries(symbols).map(([id, { box, shape }]) => (
      <symbol key={id} id={id} viewBox={box} dangerouslySetInnerHTML={{ __html: shape }} />
    ))}
  </svg>
)

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
)

/** Four shapes of growing weight, known without colour. */
export const LevelMark = ({ level }: { level: LevelName }) => (
  <svg aria-hidden="true">
    <use href={`#l-${level}`} />
  </svg>
)
