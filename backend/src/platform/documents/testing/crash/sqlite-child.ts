import { openSqlite } from '../../sqlite/open-sqlite.ts'
import { everyCollection } from '../fixtures.ts'
import { crashSealer, runChild } from './child.ts'

void runChild((file) => openSqlite({ file, sealer: crashSealer(), clock: Date.now, collections: everyCollection }))
