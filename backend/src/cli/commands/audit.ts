import { createWriteStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Verification } from '../../features/audit/service.ts'
import { Refusal, type Command } from '../command.ts'
import { optionalText, text } from '../given.ts'

const problems: Readonly<Record<NonNullable<Verification['first_bad']>['problem'], string>> = {
  link_missing: 'a link is missing',
  link_changed: 'a link was changed',
  entry_missing: 'the entry is gone',
  entry_changed: 'the entry was changed',
  anchor_differs: 'the chain is not the one that was signed',
  anchor_forged: 'a line of anchors.log was not signed by this installation',
  tail_missing: 'the chain ends before what was signed',
}

const told = ({ organization_id: id, links, anchors, sealed_away: sealed, first_bad: bad }: Verification): string => {
  if (bad)
    return `${id}: BROKEN at ${bad.seq}${bad.entry_id === null ? '' : ` (${bad.entry_id})`}: ${problems[bad.problem]}.`
  const gone = sealed > 0 ? `, ${sealed} of them about data whose key was destroyed` : ''
  return `${id}: whole, ${links} entries${gone}, held against ${anchors} signed heads.`
}

export const verifyAudit: Command = {
  name: 'audit verify',
  summary: 'hold the audit trail against its entries and against what was signed outside the database',
  usage: '[--organization ORG] [--anchors FILE]',
  details: [
    '--organization  one chain; without it every organisation and the installation itself',
    '--anchors       a copy of anchors.log, the saved text of a mail, or what syslog received',
  ].join('\n'),
  options: { organization: { type: 'string' }, anchors: { type: 'string' } },
  async run(given, { openExisting, note }) {
    const { trail } = await openExisting()
    const wanted = optionalText(given, 'organization')
    const anchors = optionalText(given, 'anchors')
    if (anchors !== undefined && !existsSync(anchors)) throw new Refusal(`${anchors} cannot be read.`)
    const chains = wanted === undefined ? await trail.chains() : [wanted]
    const results: Verification[] = []
    for (const chain of chains) {
      results.push(
        await trail.verify(
          chain,
          (links) => {
            if (links % 10_000 === 0) note(`${chain}: ${links} entries read`)
          },
          anchors,
        ),
      )
    }
    const ok = results.every((result) => result.ok)
    return {
      json: { ok, public_key: trail.publicKey(), chains: results },
      text: results.map(told).join('\n'),
      exitCode: ok ? 0 : 1,
    }
  },
}

export const exportAudit: Command = {
  name: 'audit export',
  summary: 'write a chain with its entries to a file, one JSON line each, for anybody to verify',
  usage: '--organization ORG --out FILE',
  options: { organization: { type: 'string' }, out: { type: 'string' } },
  async run(given, { openExisting }) {
    const { trail } = await openExisting()
    const organization = text(given, 'organization')
    const file = text(given, 'out')
    let lines = 0
    const counted = async function* () {
      for await (const line of trail.export(organization)) {
        lines += 1
        yield line
      }
    }
    try {
      await pipeline(Readable.from(counted()), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
    } catch (error) {
      throw new Refusal(`${file} could not be written: it must not exist yet, and its folder must.`, { cause: error })
    }
    return {
      json: { organization_id: organization, entries: lines, file, public_key: trail.publicKey() },
      text: `${lines} entries written to ${file}.`,
    }
  },
}
