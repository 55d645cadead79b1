/** A short resolution in each language, which the worker reads before a document is given. */

const all = import.meta.glob<string>('../../../fixtures/concord/*.md', { query: '?raw', import: 'default' })

/** The text in a language, in English where there is none in it. */
export async function sampleIn(language: string): Promise<string> {
  const named = (name: string) => all[`../../../fixtures/concord/${name}.md`]
  const load = named(language) ?? named('en')
  if (!load) throw new Error('The page has no sample')
  return load()
}
