import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '../../components/actions/is-typing.ts'

/** The keys 1 to 9 choose one of a list, from anywhere but a field that takes text. */
export function useNumberKeys(count: number, choose: (index: number) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : count
    if (index >= count) return
    event.preventDefault()
    choose(index)
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
