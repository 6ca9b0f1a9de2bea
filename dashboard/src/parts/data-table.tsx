import type { ComponentChildren } from 'preact'

/** `end`: figures and times, which stand at the end of their cell. */
export type Column = string | { readonly end: string }

interface Props {
  /** What scrolls, where it is wider than the window. */
  readonly name: string
  /** For who does not see it. */
  readonly caption: string
  readonly columns: readonly Column[]
  /** Rows. */
  readonly children: ComponentChildren
}

/** A table that scrolls by itself, by key too, instead of the page. */
export const DataTable = ({ name, caption, columns, children }: Props) => (
  <div class="table-wrap" tabIndex={0} role="region" aria-label={`${name}, scrolls sideways`}>
    <table class="table">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) =>
            typeof column === 'string' ? (
              <th scope="col" key={column}>
                {column}
              </th>
            ) : (
              <th scope="col" class="end" key={column.end}>
                {column.end}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
