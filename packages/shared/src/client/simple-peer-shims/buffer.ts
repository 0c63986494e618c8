/** Only what comes over the data channel would pass here; a call sends nothing over it. */
const buffer = { Buffer: { from: (data: ArrayBuffer) => new Uint8Array(data) } }
export { buffer as 'module.exports', buffer as default }
