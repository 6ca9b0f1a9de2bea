import { setTimeout as wait } from 'node:timers/promises'
import { createRotations, type RotationProgress } from '../../features/rotation/service.ts'
import { systemClock } from '../../platform/clock.ts'
import { Refusal, type Command } from '../command.ts'
import { optionalText } from '../given.ts'
import { pairs } from '../table.ts'

const lookEveryMs = 1_000
/** A worker looks each second; one that is silent for so long is not there. */
const patienceMs = 30_000

const iso = (at: number): string => new Date(at).toISOString()

const sentences: Readonly<Record<RotationProgress['phase'], (progress: RotationProgress) => string>> = {
  asked: () => 'asked: waiting for the worker',
  reading: ({ stores }) => `new keys for ${stores} stores: every server looks under both`,
  copying: ({ copied }) => `copying: ${copied} documents stand under the new keys`,
  settling: ({ settled, notBefore }) =>
    systemClock() < notBefore
      ? `copied: the former documents stay until ${iso(notBefore)}, for orders that are on their way`
      : `removing: ${settled} former documents are gone`,
  done: ({ copied, settled }) => `done: ${copied} documents copied, ${settled} former ones removed`,
}

const adapt = (progress: RotationProgress) => ({
  phase: progress.phase,
  stores: progress.stores,
  copied: progress.copied,
  removed: progress.settled,
  asked_at: iso(progress.askedAt),
  done_at: progress.doneAt === null ? null : iso(progress.doneAt),
})

const isSilent = ({ askedAt, seenAt }: RotationProgress, since: number): boolean =>
  systemClock() - Math.max(askedAt, seenAt, since) > patienceMs

export const rotateIdentifiers: Command = {
  name: 'keys rotate-identifiers',
  summary: 'put the keyed hashes of people under new keys, while the server runs',
  usage: '[--merchant M] [--detach]',
  details:
    'The worker of a running server does it, and goes on where it was after a restart; orders are scored meanwhile.\n' +
    'Takes at least ten minutes, for orders that are on their way. --detach asks for it and does not wait.',
  options: { merchant: { type: 'string' }, detach: { type: 'boolean' } },
  async run(given, { openExisting, note }) {
    const merchantId = optionalText(given, 'merchant') ?? null
    const { documents, merchants } = await openExisting()
    if (merchantId !== null) await merchants.settings(merchantId)
    const rotations = createRotations({ documents, clock: systemClock })
    const since = systemClock()
    let progress = await rotations.ask(merchantId)
    let told = ''
    while (progress.phase !== 'done' && given['detach'] !== true) {
      const sentence = sentences[progress.phase](progress)
      if (sentence !== told) note(sentence)
      told = sentence
      if (isSilent(progress, since)) {
        throw new Refusal(
          'No worker is running: the rotation is asked for and begins when a server with the role worker starts.',
        )
      }
      await wait(lookEveryMs)
      progress = (await rotations.progress()) ?? progress
    }
    const json = adapt(progress)
    return { json, text: pairs(Object.entries(json).map(([name, value]) => [name, String(value ?? '-')])) }
  },
}
