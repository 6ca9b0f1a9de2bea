import { serverRoles, type Config, type ServerRole } from '../../config.ts'
import { serve, untilStopped } from '../../main.ts'
import { UsageError, type Command, type Given } from '../command.ts'
import { optionalText } from '../given.ts'

const isRole = (name: string): name is ServerRole => (serverRoles as readonly string[]).includes(name)

export const withRoles = (config: Config, given: Given): Config => {
  const wanted = optionalText(given, 'role')
    ?.split(',')
    .map((name) => name.trim())
  if (!wanted) return config
  const unknown = wanted.find((name) => !isRole(name))
  if (unknown !== undefined) throw new UsageError(`--role knows ${serverRoles.join(', ')}, not ${unknown}.`)
  return { ...config, roles: wanted.filter(isRole) }
}

export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server, and nothing else',
  usage: `[--role ${serverRoles.join(',')}]`,
  details: `--role  what this process does, separated by commas; all of it unless given:
        edge takes browser sessions, api scores, console serves the dashboard, worker counts, mends and
        trains, model answers what learned tables add (MODEL_URL names it to api)
Stops on SIGTERM: accepts nothing more, finishes what it has, and is gone within 10 seconds.`,
  options: { role: { type: 'string' } },
  async run(given, { config, note, root }) {
    const serving = await serve({ config: withRoles(config, given), note, root })
    // Before the address is told: who reads it may already send the signal.
    const stopped = untilStopped(serving)
    return {
      json: { url: serving.url },
      text: `Goodfaith listens on ${serving.url}`,
      afterwards: () => stopped,
    }
  },
}
