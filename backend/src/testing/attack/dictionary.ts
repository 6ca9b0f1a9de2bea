/** One million addresses as people choose them: 40 first names, 50 family names, 50 endings, 10 providers. */
const firstNames =
  'anna bert carla david emma felix greta hugo ines jonas karla leon mia nils olga paul quinn rosa simon tara ugo vera willi xenia yara zoe alex bruno clara dario elsa fabian gina henri ida jana kurt lara max nora'.split(
    ' ',
  )
const familyNames =
  'adler bauer conrad dietz engel fischer graf huber imhof jung koch lang meyer neumann otto pohl quast richter schmidt thoma ulrich vogel weber xander yilmaz zimmer albrecht berg clemens dorn ernst fuchs gross hahn issel jansen kern lorenz maier nolte ostermann peters quandt roth seidel thiel uhl voss wagner zorn'.split(
    ' ',
  )
const providers = 'arcor bluemail cloudpost dotmail einfach freepost gmx hotline inbox jumpmail'.split(' ')
const endings = Array.from({ length: 50 }, (_, at) => (at === 0 ? '' : String(1950 + at)))

export const dictionarySize = firstNames.length * familyNames.length * endings.length * providers.length

export const addressAt = (index: number): string => {
  const provider = providers[index % providers.length] ?? ''
  const rest = Math.floor(index / providers.length)
  const ending = endings[rest % endings.length] ?? ''
  const names = Math.floor(rest / endings.length)
  const first = firstNames[names % firstNames.length] ?? ''
  const family = familyNames[Math.floor(names / firstNames.length)] ?? ''
  return `${first}.${family}${ending}@${provider}.example`
}
