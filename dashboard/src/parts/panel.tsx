import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  readonly title: string
  readonly note?: ComponentChildren
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** A flat box with a hairline, named by its heading. */
export const Panel = ({ id, title, note, aside, children }: Props) => (
  <section class="panel" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {note && <p>{note}</p>}
      {aside && <span class="aside">{aside}</span>}
    </header>
    {children}
  </section>
)
