/** A time of ISO 8601 with its day, or null. */
export function isoTime(text: string | null | undefined): string | null {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?$/u
  return text && form.test(text) ? text : null
}
