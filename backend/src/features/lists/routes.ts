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
} from '#contract/lists.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import type { Actor } from '../audit/service.ts'
import type { Tenant } from './deps.ts'
import { listFile } from './list-file.ts'
import type { ListService } from './service.ts'

const keyOf = (caller: Caller): { readonly tenant: Tenant; readonly actor: Actor } => {
  if (caller.kind !== 'secret-key') throw new AppError('key_scope')
  const { merchantId, mode, keyId } = caller
  return { tenant: { merchantId, mode }, actor: { type: 'key', id: keyId } }
}

const itemRoutes = (lists: ListService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/lists',
    summary: 'List what is allowed, blocked and watched, newest first',
    reads: 'list',
    caller: 'secret-key',
    scope: 'lists',
    query: ListQuery,
    reply: ListItems,
    handle: ({ caller, query }) => lists.list(keyOf(caller).tenant, query),
  }),
  route({
    method: 'POST',
    path: '/v1/lists',
    summary: 'Put an identifier on a list; raw values are hashed in memory and never stored',
    caller: 'secret-key',
    scope: 'lists',
    status: 201,
    codes: ['card_number_refused'],
    body: ListItemRequest,
    reply: ListItem,
    handle: ({ caller, body }) => {
      const { tenant, actor } = keyOf(caller)
      return lists.add(tenant, actor, body)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/lists/search',
    summary: 'On which lists a value stands',
    reads: 'list',
    caller: 'secret-key',
    scope: 'lists',
    codes: ['card_number_refused'],
    body: ListSearch,
    reply: ListSearchReply,
    handle: ({ caller, body }) => lists.search(keyOf(caller).tenant, body),
  }),
  route({
    method: 'GET',
    path: '/v1/lists/:id',
    summary: 'Read one list item',
    reads: 'list',
    caller: 'secret-key',
    scope: 'lists',
    reply: ListItem,
    handle: ({ caller, params }) => lists.get(keyOf(caller).tenant, params['id'] ?? ''),
  }),
  route({
    method: 'PATCH',
    path: '/v1/lists/:id',
    summary: 'Change reason or expiry; only what is sent is changed',
    caller: 'secret-key',
    scope: 'lists',
    codes: ['card_number_refused'],
    body: ListItemChange,
    reply: ListItem,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keyOf(caller)
      return lists.change(tenant, actor, params['id'] ?? '', body)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/lists/:id',
    summary: 'Take an item off its list',
    caller: 'secret-key',
    scope: 'lists',
    reply: RemovedListItem,
    handle: ({ caller, params }) => {
      const { tenant, actor } = keyOf(caller)
      return lists.remove(tenant, actor, params['id'] ?? '')
    },
  }),
]

const fileRoutes = (lists: ListService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/lists/export',
    summary: 'All items as a CSV file; cells that a spreadsheet would run are text',
    reads: 'list',
    caller: 'secret-key',
    scope: 'lists',
    reply: z.string(),
    replyType: 'text/csv',
    handle: async ({ caller }) => {
      const { tenant, actor } = keyOf(caller)
      return listFile(await lists.export(tenant, actor))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/lists/imports',
    summary: 'Begin to send a CSV file in parts',
    caller: 'secret-key',
    scope: 'lists',
    status: 201,
    body: NewListImport,
    reply: ListImport,
    handle: ({ caller, body }) => {
      const { tenant, actor } = keyOf(caller)
      return lists.imports.start(tenant, actor, body)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/lists/imports/:id',
    summary: 'How far a file came, and which lines were refused',
    reads: 'list',
    caller: 'secret-key',
    scope: 'lists',
    reply: ListImport,
    handle: ({ caller, params }) => lists.imports.get(keyOf(caller).tenant, params['id'] ?? ''),
  }),
  route({
    method: 'POST',
    path: '/v1/lists/imports/:id/parts',
    summary: 'Send the next lines of a file, with its header line on top',
    caller: 'secret-key',
    scope: 'lists',
    body: ListImportPart,
    reply: ListImport,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = keyOf(caller)
      return lists.imports.takePart(tenant, actor, params['id'] ?? '', body)
    },
  }),
]

/** Files before items: `export` and `imports` are no ids. */
export const listRoutes = (lists: ListService): readonly Route[] => [...fileRoutes(lists), ...itemRoutes(lists)]
