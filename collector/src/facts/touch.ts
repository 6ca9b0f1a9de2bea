/** Compared with the platform: a phone without touch is an emulator. */
export const isTouch = (): boolean => navigator.maxTouchPoints > 0
