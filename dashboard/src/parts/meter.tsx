import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  readonly name: ComponentChildren
  /** 0 to 1 */
  readonly done: number
  readonly says: string
}

/** How far something has come, as a bar and in words. */
export const Meter = ({ id, name, done, says }: Props) => (
  <div class="progress">
    <p class="row spread">
      <span id={id}>{name}</span>
      <span class="quiet">{says}</span>
    </p>
    <div
      class="meter"
      role="progressbar"
      aria-labelledby={id}
      aria-valuenow={Math.round(done * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ '--done': done * 100 }} />
    </div>
  </div>
)
