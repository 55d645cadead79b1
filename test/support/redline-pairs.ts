/** Pairs of Word documents to write redlines of: invented drafts, revisions of real ones, and real originals revised. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, type Level } from '../../bench/revisions/generate.js'
import { markdown } from '../../bench/revisions/print.js'
import { fromMarkdown, parse, toDocx } from '../../src/index.js'
import { reviseWord } from './revise-word.js'

export interface Pair {
  name: string
  old: Uint8Array
  new: Uint8Array
  /** What was done to the old one, where that is known. */
  edits?: string[]
}

export const levels: readonly Level[] = ['light', 'medium', 'heavy']

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** Invented drafts and their revisions, as clean documents. */
export async function generatedPair(seed: number, level: Level): Promise<Pair> {
  const pair = generate(seed, level)
  const word = (version: typeof pair.old) => toDocx(fromMarkdown(markdown(version)))
  return { name: `generated ${level} ${seed}`, old: await word(pair.old), new: await word(pair.new) }
}

/** Folders with revisions of real drafts, at most so many of a language. */
export function corpusFolders(perLanguage = Number.POSITIVE_INFINITY): string[] {
  return foldersOf(join(corpus, 'revisions')).flatMap((language) => foldersOf(language).slice(0, perLanguage))
}

/** Both versions of a real draft, which are Markdown, as clean documents. */
export async function corpusPair(folder: string): Promise<Pair> {
  const word = async (name: string) => {
    const file = join(folder, name)
    return toDocx((await parse(readFileSync(file), { name: file })).tree)
  }
  const [old, now] = [await word('old.clean.md'), await word('new.clean.md')]
  return { name: folder.slice(corpus.length), old, new: now }
}

/** Real Word documents with a revision of each, as Word saved it. */
export function savedPairs(): Pair[] {
  const folder = join(corpus, 'redlines')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-old.docx')) : []
  return names.sort().map((name) => ({
    name,
    old: readFileSync(join(folder, name)),
    new: readFileSync(join(folder, name.replace('-old.docx', '-new.docx'))),
  }))
}

/** Real Word documents, at most so many. */
export function originals(most = Number.POSITIVE_INFINITY): string[] {
  return foldersOf(join(corpus, 'cases-docx'))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.docx'))
    .slice(0, most)
}

/** A real Word document, revised in Word's own form. */
export function originalPair(file: string, seed: number, without: readonly string[] = []): Pair {
  const old = readFileSync(file)
  return { name: `${basename(file)} ${seed}`, old, ...revisedPair(old, seed, without) }
}

function revisedPair(
  old: Uint8Array,
  seed: number,
  without: readonly string[] = [],
): Pick<Pair, 'new' | 'edits'> {
  const { bytes, edits } = reviseWord(old, seed, { without })
  return { new: bytes, edits }
}

function foldersOf(path: string): string[] {
  if (!existsSync(path)) return []
  const all = readdirSync(path, { withFileTypes: true })
  return all.flatMap((one) => (one.isDirectory() ? [join(path, one.name)] : [])).sort()
}
