import { jobs } from './jobs.mjs'
import { loadPipeline } from './pipeline.mjs'
import { createWorlds } from './world.mjs'

/** One process per core: a year of a store and four fits take a minute or two each. */
const pipeline = await loadPipeline(`pipeline-${process.argv[2]}`)
const createWorld = await createWorlds(pipeline)
const tell = (message) => process.send(message)

process.on('message', ({ kind, name, ...asked }) => {
  const say = (text) => tell({ said: `${name}: ${text}` })
  say(`simulating and measuring ${asked.settings.days} days`)
  tell({ result: jobs[kind](pipeline, createWorld, { ...asked, say }) })
})
tell({ ready: true })
