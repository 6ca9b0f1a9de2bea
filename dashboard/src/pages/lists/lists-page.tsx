import { useState } from 'preact/hooks'
import type { ListImport, ListItem, ListItems, ListSearchReply } from '#contract/lists.ts'
import { get, post, request } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatCount, plural } from '../../format/number.ts'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { FileButton, UploadPanel } from '../../parts/upload/upload-panel.tsx'
import { useUpload, type UploadCounts } from '../../parts/upload/use-upload.ts'
import { useAct } from '../../parts/use-act.ts'
import { useKeys } from '../../shell/keys.ts'
import { useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { useNow } from '../../shell/use-now.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { FindForm } from './find-form.tsx'
import { ItemsTable } from './items-table.tsx'
import { kindWord } from '../../parts/kinds.ts'
import { isKind, isList, listOrder, listWord } from './words.ts'

const countsOf = ({ rows_done: done, added, unchanged, refused, problems }: ListImport): UploadCounts => ({
  done,
  says: `${formatCount(added)} added, ${formatCount(unchanged)} stood there before`,
  refused,
  problems,
})

const useListImport = (onDone: () => void) => {
  const { api } = usePlace()
  return useUpload(
    {
      start: async (name, rows) => {
        const { id } = await post<ListImport>(api('lists/imports'), { name: name.slice(0, 120), rows_total: rows })
        return async ({ firstLine, csv, last }) =>
          countsOf(await post<ListImport>(api(`lists/imports/${id}/parts`), { first_line: firstLine, csv, last }))
      },
    },
    onDone,
  )
}

const FilterRow = () => {
  const { to } = usePlace()
  const { query, change } = useQuery()
  const list = isList(query.list) ? query.list : undefined
  const kind = isKind(query.kind) ? query.kind : ''
  const hrefOf = (name?: string) => {
    const search = new URLSearchParams({ ...(name ? { list: name } : {}), ...(kind ? { kind } : {}) }).toString()
    return to(search ? `lists?${search}` : 'lists')
  }
  const here = { 'aria-current': 'page' as const }
  return (
    <>
      <nav class="tabs" aria-label="Lists">
        <a href={hrefOf()} {...(list ? {} : here)}>
          All
        </a>
        {listOrder.map((name) => (
          <a key={name} href={hrefOf(name)} {...(name === list ? here : {})}>
            {listWord[name]}
          </a>
        ))}
      </nav>
      <label class="vh" for="list-kind">
        What it is
      </label>
      <select
        class="select"
        id="list-kind"
        value={kind}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value, after: undefined })}
      >
        <option value="">every kind</option>
        {Object.entries(kindWord).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}

const NoItems = ({ isFiltered, onAdd }: { isFiltered: boolean; onAdd: (() => void) | null }) => {
  const { to } = usePlace()
  if (isFiltered)
    return (
      <Empty
        title="Nothing stands on this list"
        acts={
          <a class="button" href={to('lists')}>
            Show all lists
          </a>
        }
      >
        Entries of another list or kind may be there.
      </Empty>
    )
  return (
    <Empty
      title="No list entries yet"
      acts={
        onAdd && (
          <button class="button primary" type="button" onClick={onAdd}>
            Add an entry
          </button>
        )
      }
    >
      Put an e-mail, phone, card or device on the allow list to approve its orders always, or on the block list to
      decline them. Only a keyed code and a masked hint are kept.
    </Empty>
  )
}

const Found = ({ found }: { found: ListSearchReply }) => (
  <p class="banner" role="status">
    <Icon name="search" />
    <span>
      {found.data.length === 0
        ? `${found.hint ?? 'It'} stands on no list.`
        : `${found.hint ?? 'It'} stands on ${plural(found.data.length, 'list')}.`}
    </span>
  </p>
)

const useListActs = (reload: () => void) => {
  const { api, mode } = usePlace()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const remove = (item: ListItem) =>
    void act(async () => {
      await post(api(`lists/${item.id}/remove`))
      toast(`${item.hint ?? 'The entry'} is off the ${listWord[item.list].toLowerCase()} list.`)
      reload()
    })
  const save = () =>
    void act(async () => {
      const response = await request(api('lists/export'))
      saveFile(`goodfaith-lists-${mode}-${new Date().toISOString().slice(0, 10)}.csv`, await response.blob())
    })
  return { remove, save, busy, wrong }
}

const Pager = ({ next }: { next: string | null }) => {
  const { query, change } = useQuery()
  if (!next && !query.after) return null
  return (
    <nav class="pager" aria-label="Pages">
      <span>{query.after ? 'Older entries' : 'Newest first'}</span>
      <div class="moves">
        {query.after && (
          <button class="button small" type="button" onClick={() => change({ after: undefined })}>
            Newest
          </button>
        )}
        {next && (
          <button class="button small" type="button" onClick={() => change({ after: next })}>
            Older
          </button>
        )}
      </div>
    </nav>
  )
}

const HeadTools = ({
  upload,
  busy,
  onSave,
  onAdd,
}: {
  upload: ReturnType<typeof useListImport>
  busy: boolean
  onSave: () => void
  onAdd: () => void
}) => (
  <>
    <button class="button" type="button" aria-busy={busy} onClick={onSave}>
      Export CSV
    </button>
    <FileButton
      name="Import CSV"
      busy={upload.state?.phase === 'sending' || upload.state?.phase === 'reading'}
      onFile={upload.upload}
    />
    <button class="button primary" type="button" onClick={onAdd}>
      <Icon name="plus" />
      Add an entry
    </button>
  </>
)

const columnsHint = (
  <p class="quiet">
    <small>
      Columns: list, kind, value, reason, expires_at; value_sha256 or ref in place of value. A line that comes again
      changes nothing.
    </small>
  </p>
)

const pathOf = (query: Readonly<Record<string, string>>): string =>
  `lists?${new URLSearchParams({
    limit: '50',
    ...(isList(query.list) ? { list: query.list } : {}),
    ...(isKind(query.kind) ? { kind: query.kind } : {}),
    ...(query.after ? { after: query.after } : {}),
  }).toString()}`

export const ListsPage = () => {
  const { api } = usePlace()
  const { query } = useQuery()
  const now = useNow(30_000)
  const mayKeep = useMay('lists.change')
  const toast = useToast()
  const [found, setFound] = useState<ListSearchReply | null>(null)
  const [edited, setEdited] = useState<ListItem | 'new' | null>(null)
  const path = api(pathOf(query))
  const { data, problem, slow, reload } = useLoad(path, (signal) => get<ListItems>(path, signal))
  const { remove, save, busy, wrong } = useListActs(() => {
    setFound(null)
    reload()
  })
  const upload = useListImport(reload)
  useKeys({ '/': () => document.getElementById('list-search')?.focus() })
  const rows = found?.data ?? data?.data ?? (slow || !problem ? undefined : [])
  const isFiltered = path !== api(pathOf({}))
  const add = () => setEdited('new')
  return (
    <Page title="Lists">
      <div class="page-head">
        <h1>Lists</h1>
        <span class="quiet">shared by live and test; orders counted are of this mode</span>
        <div class="tools">{mayKeep && <HeadTools upload={upload} busy={busy} onSave={save} onAdd={add} />}</div>
      </div>
      <div class="filterbar">
        <FindForm onFound={setFound} />
        <FilterRow />
      </div>
      <UploadPanel upload={upload} hint={columnsHint} />
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      {problem && <Trouble what="The lists" problem={problem} retry={reload} />}
      {found && <Found found={found} />}
      {!(problem && !data) && (
        <section class="panel" aria-label="List entries">
          {rows?.length === 0 && !found ? (
            <NoItems isFiltered={isFiltered} onAdd={mayKeep ? add : null} />
          ) : (
            <ItemsTable
              rows={rows}
              caption="List entries, newest first"
              now={now}
              mayKeep={mayKeep}
              onEdit={setEdited}
              onRemove={remove}
            />
          )}
          {!found && <Pager next={data?.next_cursor ?? null} />}
        </section>
      )}
      {edited && (
        <EntryDialog
          item={edited === 'new' ? null : edited}
          onSaved={() => {
            toast('Saved. It holds from the next order on.')
            setFound(null)
            reload()
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  )
}
