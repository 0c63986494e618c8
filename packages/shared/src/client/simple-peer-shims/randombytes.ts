/** simple-peer names its peers and channels with it and asks for nothing but hex text. */
const randomBytes = (size: number) => ({
  toString: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(size)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
})
export { randomBytes as 'module.exports', randomBytes as default }
