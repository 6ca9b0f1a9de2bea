/** Where the dashboard hears of scored orders, by id. */
export const liveChannel = (merchantId: string, mode: string): string => `live:${merchantId}:${mode}`
