/** Where people live, and which addresses their providers give them (docs: README.md). */
export const places = {
  DE: {
    dial: '+49160',
    zone: 'Europe/Berlin',
    ips: ['91.4', '79.192', '84.128', '93.192', '87.128'],
    bins: ['455600', '520953', '427742', '545721', '439150'],
    cities: [
      ['Bonn', '53111'],
      ['Kassel', '34117'],
      ['Berlin', '10115'],
      ['Hamburg', '20095'],
      ['Leipzig', '04109'],
      ['Ulm', '89073'],
    ],
  },
  AT: {
    dial: '+43664',
    zone: 'Europe/Vienna',
    ips: ['84.112', '77.116', '80.108'],
    bins: ['457320', '516831', '490679'],
    cities: [
      ['Graz', '8010'],
      ['Wien', '1010'],
      ['Linz', '4020'],
    ],
  },
  FR: {
    dial: '+336',
    zone: 'Europe/Paris',
    ips: ['90.3', '82.64', '86.192'],
    bins: ['497010', '513283', '456106'],
    cities: [
      ['Lyon', '69001'],
      ['Paris', '75011'],
      ['Nantes', '44000'],
      ['Lille', '59000'],
    ],
  },
  GB: {
    dial: '+447',
    zone: 'Europe/London',
    ips: ['86.14', '81.128', '90.192'],
    bins: ['465901', '475130', '535666'],
    cities: [
      ['Leeds', 'LS1 4AP'],
      ['London', 'E1 6AN'],
      ['York', 'YO1 7HH'],
    ],
  },
}

export const streets = [
  'Ring',
  'Mill Lane',
  'Parkweg',
  'Rue Haute',
  'Station Road',
  'Am Markt',
  'Lindenallee',
  'Church Street',
  'Rue du Lac',
  'Gartenweg',
  'Hafenstrasse',
  'Place Neuve',
]
export const firstNames =
  'Anna Ben Clara David Emma Felix Greta Hugo Ida Jonas Karla Leo Mara Nils Olga Paul Rosa Sam Tilda Uwe Vera Willem Yara Zoe Alice Bruno Celine Denis Elena Fabian'.split(
    ' ',
  )
export const lastNames =
  'Adler Becker Clark Dubois Engel Fischer Garnier Hughes Ivers Jansen Keller Lambert Moreau Nowak Olsen Petit Quinn Richter Schulz Taylor Unger Vogel Weber Young Zimmer Marsh Brandt Costa Roux Hale'.split(
    ' ',
  )

export const freeMail = ['gmail.com', 'gmx.de', 'outlook.com', 'web.de', 'yahoo.com', 'icloud.com']
export const mistypedMail = ['gmial.com', 'gmai.com', 'hotmial.com', 'outlok.com']
export const disposableMail = ['mailinator.com', 'guerrillamail.com', 'yopmail.com', 'trashmail.com']

/** Networks of data centres: shoppers behind a VPN, and those who hide. */
export const hostingIps = ['88.198', '159.65', '51.68', '167.99', '95.216']

export const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
]
