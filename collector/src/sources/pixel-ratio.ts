/** Rounded to eighths: Firefox reports what the zoom makes of it, with many digits (docs/browsers.md#pixel-ratio). */
export const getPixelRatio = () => Math.round(devicePixelRatio * 8)
