/** Where a part of the desk is on its way. */
export function Skeleton() {
  return <div aria-hidden="true" className="m-4 min-h-24 flex-1 rounded-md bg-sunken motion-safe:animate-pulse" />
}
