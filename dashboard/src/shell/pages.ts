import type { IconName } from '../parts/icon.tsx'

export interface PageEntry {
  readonly page: string
  readonly icon: IconName
  readonly name: string
  /** Pressed after G. */
  readonly key: string
  /** What it is for, in one sentence. */
  readonly what: string
  /** Stands in the bar of tabs where there is no room for the rail. */
  readonly tab?: true
}

interface PageGroup {
  readonly name: string
  readonly entries: readonly PageEntry[]
}

/** Every page of a store that the rail leads to. */
export const pageGroups: readonly PageGroup[] = [
  {
    name: 'Watch',
    entries: [
      {
        page: 'overview',
        icon: 'overview',
        name: 'Overview',
        key: 'v',
        what: 'The day in numbers, as it happens.',
        tab: true,
      },
      { page: 'orders', icon: 'orders', name: 'Orders', key: 'o', what: 'Every order, with its score.', tab: true },
      { page: 'review', icon: 'review', name: 'Review', key: 'r', what: 'Orders that wait for a person.', tab: true },
    ],
  },
  {
    name: 'Teach',
    entries: [
      { page: 'rules', icon: 'rules', name: 'Rules', key: 'u', what: 'Your own conditions, tried first.', tab: true },
      { page: 'lists', icon: 'lists', name: 'Lists', key: 'l', what: 'Who is always let in, stopped or watched.' },
      { page: 'labels', icon: 'labels', name: 'Labels', key: 'b', what: 'What orders turned out to be.' },
      {
        page: 'decisions',
        icon: 'decisions',
        name: 'Decisions',
        key: 'd',
        what: 'From which score on an order passes.',
      },
    ],
  },
  {
    name: 'Learn',
    entries: [
      { page: 'model', icon: 'model', name: 'Model', key: 'm', what: 'What was learned, and how good it is.' },
      {
        page: 'evidence',
        icon: 'evidence',
        name: 'Evidence',
        key: 'e',
        what: 'What the score looks at, with its weight.',
      },
      { page: 'network', icon: 'network', name: 'Network', key: 'n', what: 'What stores tell each other.' },
    ],
  },
  {
    name: 'Set up',
    entries: [
      { page: 'install', icon: 'install', name: 'Install', key: 'i', what: 'Keys, script and first call.' },
      { page: 'keys', icon: 'key', name: 'Keys', key: 'k', what: 'What your servers may do, and did.' },
      { page: 'people', icon: 'store', name: 'People', key: 'p', what: 'Who belongs here, and as what.' },
      { page: 'audit', icon: 'lock', name: 'Audit log', key: 'a', what: 'Who did what, and that nobody changed it.' },
      { page: 'settings', icon: 'settings', name: 'Settings', key: 's', what: 'Store, privacy, this device.' },
    ],
  },
]

export const allPages: readonly PageEntry[] = pageGroups.flatMap(({ entries }) => entries)
