const isSheet = (link: HTMLElement | null): link is HTMLLinkElement => link instanceof HTMLLinkElement

/** The link stands in the page and was fetched with no hurry; a page that needs it switches it on and waits for it. */
export const laterStyles = (): Promise<void> =>
  new Promise((ready) => {
    const link = document.getElementById('later-styles')
    if (!isSheet(link)) {
      ready()
      return
    }
    const done = () => {
      link.media = 'all'
      ready()
    }
    if (link.sheet) {
      done()
      return
    }
    link.addEventListener('load', done, { once: true })
    // A page without its styles can still be read.
    link.addEventListener('error', done, { once: true })
  })
