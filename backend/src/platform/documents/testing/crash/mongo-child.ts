import { openMongo } from '../../mongodb/open-mongo.ts'
import { everyCollection } from '../fixtures.ts'
import { crashSealer, runChild } from './child.ts'

void runChild((uri) => openMongo({ uri, sealer: crashSealer(), clock: Date.now, collections: everyCollection }))
