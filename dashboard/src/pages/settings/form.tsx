import type { ComponentChildren } from 'preact'

/** A form that is sent by us, never by the browser. */
export const Form = ({
  label,
  onSend,
  children,
}: {
  label: string
  onSend: (data: FormData) => void
  children: ComponentChildren
}) => (
  <form
    class="body stack"
    aria-label={label}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend(new FormData(event.currentTarget))
    }}
  >
    {children}
  </form>
)

export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
