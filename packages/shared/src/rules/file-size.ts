const units = ['byte', 'kilobyte', 'megabyte'] as const

/** `1.2 MB`, in the reader's language. */
export function sizeText(bytes: number, locale?: string): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const style = {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }
  return new Intl.NumberFormat(locale, style as Intl.NumberFormatOptions).format(bytes / 1_000 ** step)
}
