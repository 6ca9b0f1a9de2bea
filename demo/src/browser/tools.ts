/**
 * What a browser that software steers looks like from inside the page: the flag the standard demands, said by the browser's own
 * getter, and a name that a popular driver leaves. Served to lent worlds with `driven` set, before any other script.
 */
Object.defineProperty(Navigator.prototype, 'webdriver', { get: (() => true).bind(undefined), configurable: true })
Object.assign(window, { __playwright__binding__: {} })
