/** Drawn once as symbols, used by name; a mark of the ramp begins with l-, all others with i-. */
export const symbols = {
  'i-alert': { box: '0 0 16 16', shape: '<path d="M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5h.01"/>' },
  'i-card': { box: '0 0 16 16', shape: '<path d="M2 3.5h12v9H2zM2 6.5h12M4.5 10h2"/>' },
  'i-check': { box: '0 0 16 16', shape: '<path d="m3 8.5 3.5 3.5L13 4.5"/>' },
  'i-copy': { box: '0 0 16 16', shape: '<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"/>' },
  'i-cross': { box: '0 0 16 16', shape: '<path d="m4 4 8 8M12 4l-8 8"/>' },
  'i-device': { box: '0 0 16 16', shape: '<path d="M2 3h12v8H2zM5.5 13.5h5"/>' },
  'i-down': { box: '0 0 16 16', shape: '<path d="m4 6 4 4 4-4"/>' },
  'i-eye': {
    box: '0 0 16 16',
    shape: '<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.75"/>',
  },
  'i-globe': {
    box: '0 0 16 16',
    shape: '<circle cx="8" cy="8" r="5.75"/><path d="M2.25 8h11.5M8 2.25c4 4 4 7.5 0 11.5-4-4-4-7.5 0-11.5z"/>',
  },
  'i-install': { box: '0 0 16 16', shape: '<path d="m5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5"/>' },
  'i-key': { box: '0 0 16 16', shape: '<circle cx="5" cy="11" r="2.75"/><path d="m7 9 6-6M11 5l2 2"/>' },
  'i-link': {
    box: '0 0 16 16',
    shape:
      '<path d="M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3 3 0 0 1 4.3 4.3L11.5 8.7M9 11.5 7.5 13a3 3 0 0 1-4.3-4.3l1.3-1.4"/>',
  },
  'i-lock': { box: '0 0 16 16', shape: '<path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>' },
  'i-mail': { box: '0 0 16 16', shape: '<path d="M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5"/>' },
  'i-network': {
    box: '0 0 16 16',
    shape:
      '<circle cx="8" cy="3.5" r="1.75"/><circle cx="3.5" cy="12" r="1.75"/><circle cx="12.5" cy="12" r="1.75"/><path d="M7.2 5.1 4.4 10.5M8.8 5.1l2.8 5.4M5.3 12h5.4"/>',
  },
  'i-order': { box: '0 0 16 16', shape: '<path d="M3 5h10l-.75 8.5h-8.5zM5.5 5a2.5 2.5 0 0 1 5 0"/>' },
  'i-orders': {
    box: '0 0 16 16',
    shape: '<path d="M3 2.5h10v11l-2-1.2-1.5 1.2L8 12.3l-1.5 1.2L5 12.3l-2 1.2zM5.5 6h5M5.5 9h3"/>',
  },
  'i-overview': { box: '0 0 16 16', shape: '<path d="M2.5 13.5h11M4 11V7.5M8 11V3M12 11V5.5"/>' },
  'i-phone': { box: '0 0 16 16', shape: '<path d="M4.5 1.5h7v13h-7zM7 12.5h2"/>' },
  'i-pin': {
    box: '0 0 16 16',
    shape: '<path d="M8 14s4.5-4 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14z"/><circle cx="8" cy="6.5" r="1.5"/>',
  },
  'i-plus': { box: '0 0 16 16', shape: '<path d="M8 3v10M3 8h10"/>' },
  'i-replay': { box: '0 0 16 16', shape: '<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3"/>' },
  'i-search': { box: '0 0 16 16', shape: '<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>' },
  'i-settings': {
    box: '0 0 16 16',
    shape:
      '<path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6"/><circle cx="10" cy="4.5" r="1.75"/><circle cx="6" cy="11.5" r="1.75"/>',
  },
  'i-store': {
    box: '0 0 16 16',
    shape: '<path d="M2.5 6.5 4 2.5h8l1.5 4M3 6.5v7h10v-7M2.5 6.5h11M6.5 13.5v-3.5h3v3.5"/>',
  },
  'i-theme': {
    box: '0 0 16 16',
    shape: '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor"/>',
  },
  'i-to': { box: '0 0 16 16', shape: '<path d="M2.5 8h11M10 4.5 13.5 8 10 11.5"/>' },
  'i-left': { box: '0 0 16 16', shape: '<path d="m10 4-4 4 4 4"/>' },
  'i-right': { box: '0 0 16 16', shape: '<path d="m6 4 4 4-4 4"/>' },
  'i-up': { box: '0 0 16 16', shape: '<path d="M8 13V3.5M4.5 7 8 3.5 11.5 7"/>' },
  'i-labels': { box: '0 0 16 16', shape: '<path d="M2.5 2.5h5l6 6-5 5-6-6zM5.2 5.2h.01"/>' },
  'i-lists': { box: '0 0 16 16', shape: '<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01"/>' },
  'i-model': { box: '0 0 16 16', shape: '<path d="M2 13c3 0 3.5-9 6-9s3 5.5 6 5.5M2 13.5h12"/>' },
  'i-more': { box: '0 0 16 16', shape: '<path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.5"/>' },
  'i-review': { box: '0 0 16 16', shape: '<path d="M2 4.5h7M2 8h5M2 11.5h4M9 10.5l2 2 3.5-4.5"/>' },
  'i-rules': { box: '0 0 16 16', shape: '<path d="M4 2.5v11M4 5h5.5a2 2 0 0 1 2 2v1M9 6.5 11.5 9 14 6.5"/>' },
  'i-decisions': {
    box: '0 0 16 16',
    shape: '<path d="M8 2.5v11M5 13.5h6M2.5 5h11M2.5 5 1 9.5h3.5L3 5M13 5l-1.5 4.5H15L13.5 5"/>',
  },
  'i-evidence': { box: '0 0 16 16', shape: '<path d="M2.5 3.5h11v4h-11zM2.5 10.5h7M2.5 13.5h4"/>' },
  'l-critical': {
    box: '0 0 12 12',
    shape:
      '<path fill-rule="evenodd" d="M.8.8h10.4v10.4H.8zM3.1 4.1 5 6 3.1 7.9l1 1L6 7l1.9 1.9 1-1L7 6l1.9-1.9-1-1L6 5 4.1 3.1z" fill="currentColor"/>',
  },
  'l-high': { box: '0 0 12 12', shape: '<path d="M6 .8 11.8 11.2H.2z" fill="currentColor"/>' },
  'l-low': {
    box: '0 0 12 12',
    shape: '<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="2"/>',
  },
  'l-medium': {
    box: '0 0 12 12',
    shape:
      '<path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M.9 6h10.2L6 11.1z" fill="currentColor"/>',
  },
} as const
