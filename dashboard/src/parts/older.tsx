import { useQuery } from '../shell/place.ts'

/** The next page of what is listed newest first; the address keeps the place. */
export const Older = ({ next }: { readonly next: string | null | undefined }) => {
  const { change } = useQuery()
  return next ? (
    <p class="body">
      <button class="button" type="button" onClick={() => change({ after: next })}>
        Older
      </button>
    </p>
  ) : null
}
