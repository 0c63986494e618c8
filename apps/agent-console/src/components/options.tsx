interface OptionsProps {
  /** What the first one says, which chooses nothing. */
  none: string
  of: readonly { key: string; name: string }[]
}

/** What a list to choose from offers: nothing in particular, then each by its name. */
export function Options({ none, of }: OptionsProps) {
  return (
    <>
      <option value="">{none}</option>
      {of.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </>
  )
}
