/**
 * Under /console/v1/stores/:store/:mode. Items are shared by test and live; hits are of the mode in the path.
 *
 * GET  …/lists            ListQuery: newest first
 * POST …/lists            ListItemRequest, answered with a ListItem
 * POST …/lists/search     ListSearch, answered with a ListSearchReply
 * GET  …/lists/export     the file, text/csv; X-Total-Rows counts its lines beforehand
 * GET, PATCH …/lists/:id  and POST …/lists/:id/remove
 * POST …/lists/imports, GET …/lists/imports/:id, POST …/lists/imports/:id/parts
 */
export {
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
} from '../lists.ts'
