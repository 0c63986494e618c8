/** Of a sent file; asked for by this page only, with the session's cookie. */
export const fileAddress = (fileId: string): string => `/api/v1/files/${encodeURIComponent(fileId)}`
