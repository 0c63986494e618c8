/** RFC 6455, section 5.2: a whole text message, not masked. */
const finalText = 0x81

const headerBytes = (payloadBytes: number): number => (payloadBytes < 126 ? 2 : payloadBytes < 65_536 ? 4 : 10)

/** These texts as WebSocket frames of a server, one behind the other. */
export function textFrames(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text))
  const frames = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + headerBytes(size) + size, 0))
  let at = 0
  texts.forEach((text, i) => {
    const size = sizes[i] ?? 0
    at = writeHeader(frames, at, size)
    at += frames.write(text, at, size, 'utf8')
  })
  return frames
}

/** Returns where the payload begins. */
function writeHeader(frames: Buffer, at: number, size: number): number {
  frames[at] = finalText
  if (size < 126) {
    frames[at + 1] = size
  } else if (size < 65_536) {
    frames[at + 1] = 126
    frames.writeUInt16BE(size, at + 2)
  } else {
    frames[at + 1] = 127
    frames.writeBigUInt64BE(BigInt(size), at + 2)
  }
  return at + headerBytes(size)
}
