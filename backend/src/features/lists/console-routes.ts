import { z } from 'zod'
import {
  ListImport,
  ListImportPart,
  ListItem,
  ListItemChange,
  ListItemRequest,
  ListItems,
  ListQuery,
  ListSearch,
  ListSearchReply,
  NewListImport,
  RemovedListItem,
} from '#contract/console.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { Actor } from '../audit/service.ts'
import type { Tenant } from './deps.ts'
import { listFile } from './list-file.ts'
import type { ListService } from './service.ts'

type Params = Readonly<Record<string, string>>

const tenantOf = (caller: Caller, params: Params): Tenant => {
  const { merchantId, mode } = storeOf(caller, params)
  return { merchantId, mode }
}

const keeperOf = (caller: Caller, params: Params): { readonly tenant: Tenant; readonly actor: Actor } => {
  const { person } = storeOf(caller, params)
  return { tenant: tenantOf(caller, params), actor: { type: 'person', id: person.personId } }
}

const path = '/console/v1/stores/:store/:mode/lists'

const reading = (lists: ListService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'What is allowed, blocked and watched, newest first',
    reads: 'list',
    caller: 'person',
    permission: 'lists.read',
    query: ListQuery,
    reply: ListItems,
    handle: ({ caller, params, query }) => lists.list(tenantOf(caller, params), query),
  }),
  route({
    method: 'POST',
    path: `${path}/search`,
    summary: 'On which lists a value stands',
    reads: 'list',
    caller: 'person',
    permission: 'lists.read',
    codes: ['card_number_refused'],
    body: ListSearch,
    reply: ListSearchReply,
    handle: ({ caller, params, body }) => lists.search(tenantOf(caller, params), body),
  }),
  route({
    method: 'GET',
    path: `${path}/:id`,
    summary: 'One list item',
    reads: 'list',
    caller: 'person',
    permission: 'lists.read',
    reply: ListItem,
    handle: ({ caller, params }) => lists.get(tenantOf(caller, params), params['id'] ?? ''),
  }),
]

const changing = (lists: ListService): readonly Route[] => [
  route({
    method: 'POST',
    path,
    summary: 'Put an identifier on a list',
    caller: 'person',
    permission: 'lists.change',
    status: 201,
    codes: ['card_number_refused'],
    body: ListItemRequest,
    reply: ListItem,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return lists.add(tenant, actor, body)
    },
  }),
  route({
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Change reason or expiry',
    caller: 'person',
    permission: 'lists.change',
    codes: ['card_number_refused'],
    body: ListItemChange,
    reply: ListItem,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return lists.change(tenant, actor, params['id'] ?? '', body)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/remove`,
    summary: 'Take an item off its list',
    caller: 'person',
    permission: 'lists.change',
    reply: RemovedListItem,
    handle: ({ caller, params }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return lists.remove(tenant, actor, params['id'] ?? '')
    },
  }),
]

const moving = (lists: ListService): readonly Route[] => [
  route({
    method: 'GET',
    path: `${path}/export`,
    summary: 'All items as a CSV file; cells that a spreadsheet would run are text',
    reads: 'list',
    caller: 'person',
    permission: 'lists.change',
    reply: z.string(),
    replyType: 'text/csv',
    handle: async ({ caller, params }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return listFile(await lists.export(tenant, actor))
    },
  }),
  route({
    method: 'POST',
    path: `${path}/imports`,
    summary: 'Begin to send a CSV file in parts',
    caller: 'person',
    permission: 'lists.change',
    status: 201,
    body: NewListImport,
    reply: ListImport,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return lists.imports.start(tenant, actor, body)
    },
  }),
  route({
    method: 'GET',
    path: `${path}/imports/:id`,
    summary: 'How far a file came, and which lines were refused',
    reads: 'list',
    caller: 'person',
    permission: 'lists.read',
    reply: ListImport,
    handle: ({ caller, params }) => lists.imports.get(tenantOf(caller, params), params['id'] ?? ''),
  }),
  route({
    method: 'POST',
    path: `${path}/imports/:id/parts`,
    summary: 'Send the next lines of a file, with its header line on top',
    caller: 'person',
    permission: 'lists.change',
    // A file of 100,000 lines is about a hundred parts, sent as fast as they are taken.
    limit: 'api',
    body: ListImportPart,
    reply: ListImport,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keeperOf(caller, params)
      return lists.imports.takePart(tenant, actor, params['id'] ?? '', body)
    },
  }),
]

/** Files before items: `export` and `imports` are no ids. */
export const consoleListRoutes = (lists: ListService): readonly Route[] => [
  ...moving(lists),
  ...reading(lists),
  ...changing(lists),
]
