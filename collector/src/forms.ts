const marked = 'form[data-goodfaith]'
const field = 'goodfaith_session'

/** Writes the session into every marked form. Reads nothing else of a form. */
export function fillForms(sessionId: string): void {
  for (const form of document.querySelectorAll(marked)) {
    try {
      fill(form, sessionId)
    } catch {
      // A form with an input called `querySelector` hides its own method (DOM clobbering); addWhenSent serves it.
    }
  }
}

const fill = (form: Element, sessionId: string): void => {
  const found = form.querySelector<HTMLInputElement>(`input[name=${field}]`)
  if (found) {
    if (found.value !== sessionId) found.value = sessionId
    return
  }
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = field
  input.value = sessionId
  form.append(input)
}

/** Calls back now and whenever the page changed: a form may come later, or be drawn again by its framework. */
export function onFormsChange(callback: () => void): void {
  callback()
  new MutationObserver(callback).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-goodfaith'],
  })
}

/** Adds a value at the moment a marked form is sent, if it has none by then. Leaves the page untouched before. */
export function addWhenSent(valueNow: () => string | undefined): void {
  document.addEventListener('formdata', ({ target, formData }) => {
    const value = valueNow()
    if (value && target instanceof Element && target.matches(marked) && !formData.get(field)) formData.set(field, value)
  })
}
