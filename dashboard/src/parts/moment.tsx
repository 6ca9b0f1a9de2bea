/** Every time on a page is a <time> with its machine-readable form; the zone stands in the head of its page or list. */
export const Moment = ({ at, text }: { at: string; text: string }) => <time dateTime={at}>{text}</time>
