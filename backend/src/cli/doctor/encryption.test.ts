import { readConfig } from '../../config.ts'
import { checkEncryption, type Machine } from './encryption.ts'

const config = readConfig({ DATA_DIR: '/srv/shop data/goodfaith' })

const mounts = `proc /proc proc rw 0 0
/dev/sda1 / ext4 rw 0 0
/dev/mapper/vault /srv/shop\\040data ext4 rw 0 0
/dev/sdb1 /srv/shop ext4 rw 0 0
`

/** A machine of files and links. */
const machine = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): Machine => ({
  platform: 'linux',
  read: (path) => files[path],
  list: (path) =>
    Object.keys(files)
      .filter((file) => file.startsWith(`${path}/`))
      .map((file) => file.slice(path.length + 1).split('/')[0] ?? ''),
  real: (path) => links[path] ?? (path === '/srv/shop data' || path === '/' ? path : undefined),
})
const mapped = { '/dev/mapper/vault': '/dev/dm-3' }
const uuid = (name: string) => `/sys/class/block/${name}/dm/uuid`

test('a LUKS volume is encrypted', () => {
  const files = { '/proc/mounts': mounts, [uuid('dm-3')]: 'CRYPT-LUKS2-0f\n' }
  expect(checkEncryption(config, machine(files, mapped))).toMatchObject({ state: 'ok', fix: null })
})

test('so is LVM on LUKS, when all of it is', () => {
  const lvm = { '/proc/mounts': mounts, [uuid('dm-3')]: 'LVM-x\n', '/sys/class/block/dm-3/slaves/dm-0': '' }
  expect(checkEncryption(config, machine({ ...lvm, [uuid('dm-0')]: 'CRYPT-LUKS2-0f' }, mapped)).state).toBe('ok')
  const half = { ...lvm, '/sys/class/block/dm-3/slaves/sdc1': '', [uuid('dm-0')]: 'CRYPT-LUKS2-0f' }
  expect(checkEncryption(config, machine(half, mapped)).state).toBe('warn')
})

test.each([
  ['a plain disk', { '/proc/mounts': mounts.replace('/dev/mapper/vault', '/dev/sdd1') }],
  ['a mapped volume that is not encrypted', { '/proc/mounts': mounts, [uuid('dm-3')]: 'LVM-x' }],
  ['a container', { '/proc/mounts': 'overlay / overlay rw 0 0\n' }],
  ['a system that does not say', {}],
])('%s is warned of, with what to do', (_, files) => {
  const finding = checkEncryption(config, machine(files, mapped))
  expect(finding).toMatchObject({ state: 'warn', fix: expect.stringMatching(/LUKS/) as string })
})

test('an encrypting file system needs no volume', () => {
  const files = { '/proc/mounts': '/home/x /srv/shop\\040data fuse.gocryptfs rw 0 0\n' }
  expect(checkEncryption(config, machine(files)).state).toBe('ok')
})

test('the volumes of a MongoDB are its own affair', () => {
  const remote = readConfig({ DATABASE_URL: 'mongodb://db.example/x' })
  expect(checkEncryption(remote, machine({}))).toMatchObject({ state: 'warn' })
})
