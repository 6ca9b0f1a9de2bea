import { createRequire } from 'node:module'
import ipaddr from 'ipaddr.js'
import { open, type Reader, type Response } from 'maxmind'
import type { IpFacts } from '../../scoring/context.ts'
import { parseIp } from '../identifiers/ip.ts'
import { hostingNetworks } from './hosting-networks.data.ts'
import { placeOfIpv4, placeOfIpv6 } from './ip-address.ts'
import { readNetworkTable, type NetworkTable } from './network-table.ts'
import { readDecimal, readIpv6 } from './table-cursor.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type CountryRecord = Response & { readonly country_code?: string }

const packageFile = createRequire(import.meta.url).resolve

const noTable: NetworkTable = { size: 0, find: () => null }

export interface IpFactsSource {
  /** null when it is no address. Answers at once; the network is null until its table is read. */
  of(address: string): IpFacts | null
  /** When the network tables are read, about a second after the start. */
  readonly networksReady: Promise<void>
  networks(): 'reading' | 'ready' | 'missing'
}

/** Home, link-local, documentation and other addresses that nobody on the internet has. */
const isReserved = (address: Address): boolean => address.range() !== 'unicast'

/**
 * Country from the start; the network tables (30 MB of text) are read meanwhile, without holding up requests, until
 * `stopping` says that nobody will ask any more.
 */
export const createIpFacts = async (stopping?: AbortSignal): Promise<IpFactsSource> => {
  const countries = await open<CountryRecord>(
    packageFile('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'),
  )
  let v4 = noTable
  let v6 = noTable
  let state: 'reading' | 'ready' | 'missing' = 'reading'

  const readNetworks = async (): Promise<void> => {
    try {
      v4 = await readNetworkTable(packageFile('@ip-location-db/asn/asn-ipv4-num.csv'), readDecimal, stopping)
      v6 = await readNetworkTable(packageFile('@ip-location-db/asn/asn-ipv6.csv'), readIpv6, stopping)
      state = 'ready'
    } catch {
      state = 'missing' // fails open: the network stays unknown, which no evidence counts as good or bad
    }
  }

  const networkOf = (address: Address): number | null =>
    address instanceof ipaddr.IPv4 ? v4.find(placeOfIpv4(address)) : v6.find(placeOfIpv6(address))

  return {
    of(text) {
      const address = parseIp(text)
      if (!address) return null
      if (isReserved(address)) return { country: null, asn: null, hosting: false, reserved: true }
      const asn = networkOf(address)
      return {
        country: countryOf(countries, address),
        asn,
        hosting: asn !== null && hostingNetworks.has(asn),
        reserved: false,
      }
    },
    networksReady: readNetworks(),
    networks: () => state,
  }
}

const countryOf = (countries: Reader<CountryRecord>, address: Address): string | null =>
  countries.get(address.toString())?.country_code ?? null
