import type { ComponentChildren } from 'preact'

/** Says what would be here, why it is not, and the one next step. */
export const Empty = ({
  title,
  children,
  acts,
}: {
  title: string
  children: ComponentChildren
  acts?: ComponentChildren
}) => (
  <div class="empty">
    <svg class="art" viewBox="0 0 120 48" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
      <rect x="1" y="6" width="118" height="10" rx="5" stroke-dasharray="3 3" />
      <rect x="1" y="22" width="84" height="10" rx="5" stroke-dasharray="3 3" />
      <rect x="1" y="38" width="52" height="9" rx="4.5" stroke-dasharray="3 3" />
    </svg>
    <h2>{title}</h2>
    <p>{children}</p>
    {acts && <div class="acts">{acts}</div>}
  </div>
)
