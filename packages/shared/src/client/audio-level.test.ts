import { expect, test } from 'vitest'
import { levelOf } from './audio-level.ts'

const tone = (amplitude: number) => Float32Array.from({ length: 512 }, (_, i) => amplitude * Math.sin(i / 5))

test('the level is 0 in silence, grows with loudness and ends at 1', () => {
  expect(levelOf(new Float32Array(512))).toBe(0)
  expect(levelOf(new Float32Array(0))).toBe(0)
  const [soft, loud] = [levelOf(tone(0.05)), levelOf(tone(0.2))]
  expect(soft).toBeGreaterThan(0.05)
  expect(loud).toBeGreaterThan(soft * 3)
  expect(levelOf(tone(1))).toBe(1)
})
