export const Wordmark = () => (
  <>
    <svg viewBox="0 0 28 18" aria-hidden="true">
      <rect class="cap" x="1" y="2.5" width="26" height="13" rx="6.5" />
      <path class="tick" d="M12.2 2.5v13M23 2.5v13" />
      <circle class="bubble" cx="17.6" cy="9" r="3.6" />
    </svg>
    <span>Goodfaith</span>
  </>
)
