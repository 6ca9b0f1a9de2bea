const names = new Intl.DisplayNames('en-GB', { type: 'region' })

/** The country's name; what is no known code stays as it is. */
export const countryName = (code: string): string => {
  try {
    return names.of(code.toUpperCase()) ?? code
  } catch {
    return code
  }
}

export const placeName = (place: { readonly city: string | null; readonly country: string | null }): string =>
  [place.city, place.country && countryName(place.country)].filter(Boolean).join(', ') || 'not given'
