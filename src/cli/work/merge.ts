/** A draft and the versions of several parties → one text, with what is in conflict. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import { packageFormat } from '../../formats/sniff.js'
import { merge } from '../../merge/index.js'
import type { Version } from '../../merge/outcomes.js'
import type { Merge } from '../../model/merge.js'
import { PlenaryError } from '../../model/message.js'
import type { Root } from '../../model/tree/types.js'
import { cleanJson, cleanName } from '../../reports/clean.js'
import { reread } from '../../reread.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { inputBytes, load } from './load.js'

export interface MergeJob extends Reading {
  format: 'text' | 'json' | 'md' | 'docx'
  width: number
  color: boolean
  ui?: string | undefined
  /** Names of the parties, one for each version. */
  as?: string[] | undefined
  paragraphs?: boolean | undefined
  brackets?: boolean | undefined
  /** The only input is a Word document whose authors are the parties. */
  fromTracked?: string | undefined
  /** When the changes of a Word document were made, as ISO 8601. */
  date?: string | undefined
  exitCode?: boolean | undefined
}

/** Merge the versions into the first document, and write the result in the format asked for. */
export async function mergeJob(inputs: Input[], options: MergeJob, desk: Desk): Promise<Result> {
  const [base, ...others] = inputs
  if (!base) throw new Error('A merge has a base')
  const files = others.map(({ file }) => file)
  const sides =
    options.fromTracked === undefined
      ? { base, versions: named(others, options.as ?? partyNames(files)) }
      : await sidesOf(base)
  const { tree } = await load(sides.base, options, desk)
  const versions: Version[] = []
  for (const { party, input } of sides.versions)
    versions.push({ party, tree: (await load(input, options, desk)).tree })
  const documents = 1 + versions.length
  const { paragraphs = false, brackets = false } = options
  const result = desk.stage({ name: 'the merge', documents }, () =>
    merge(tree, versions, { paragraphs, brackets }),
  )
  const names = sides.versions.map(({ input }) => nameOf(input.file))
  const writing =
    options.format === 'docx' && !brackets
      ? await trackingOf(sides.base, tree, versions, options, desk)
      : await writingOf(result, nameOf(base.file), names, options)
  return {
    output: await desk.stage({ name: 'writing the merge', documents }, writing),
    found: options.exitCode === true && result.conflicts > 0,
  }
}

interface Sides {
  base: Input
  versions: { party: string; input: Input }[]
}

function named(inputs: readonly Input[], parties: readonly string[]): Sides['versions'] {
  return inputs.map((input, at) => ({ party: parties[at] ?? '', input }))
}

/** A Word document as it was before its tracked changes, and with those of each author alone. */
async function sidesOf(input: Input): Promise<Sides> {
  const { WordDocument } = await import('../../formats/word/package/document.js')
  const { authorsOf, resolveRevisions } = await import('../../formats/word/package/resolve.js')
  const bytes = await inputBytes(input)
  const file = nameOf(input.file)
  if (packageFormat(bytes, file) !== 'docx') throw new PlenaryError('not-tracked', { file })
  const document = new WordDocument(bytes, { name: file })
  const authors = authorsOf(document)
  if (authors.length === 0) throw new PlenaryError('not-tracked', { file })
  const side = (of: Parameters<typeof resolveRevisions>[1]): Input => ({
    file: input.file,
    bytes: resolveRevisions(document, of).bytes(),
  })
  return {
    base: side('original'),
    versions: authors.map((author) => ({
      party: author === '' ? 'unnamed' : author,
      input: side({ author }),
    })),
  }
}

/** Files as their names tell them apart. */
function partyNames(files: readonly string[]): string[] {
  const short = files.map((file) => basename(nameOf(file)))
  return new Set(short).size === short.length ? short : files.map(nameOf)
}

/** The base in Word with each party's changes tracked under its name. */
async function trackingOf(
  base: Input,
  tree: Root,
  versions: readonly Version[],
  { paragraphs = false, date, language }: MergeJob,
  desk: Desk,
): Promise<Writing> {
  const { redlineMerge } = await import('../../redline-merge.js')
  const bytes = await inputBytes(base)
  const name = nameOf(base.file)
  return async () => {
    const written = await redlineMerge(bytes, tree, versions, {
      paragraphs,
      names: { old: name, new: name },
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { language }),
    })
    for (const party of written.joined)
      desk.tell({
        text: `${cleanName(name)}: The changes of ${cleanName(party)} are inside another party's: those of all before it bear all their names (merge-joined)`,
        severity: 'warning',
      })
    return written.bytes
  }
}

type Writing = () => string | Promise<Uint8Array>

/** Each loads what it needs: most runs write one format. */
function writingOf(result: Merge, base: string, files: string[], options: MergeJob): Promise<Writing> {
  const { width, color } = options
  return match(options.format)
    .returnType<Promise<Writing>>()
    .with('text', async () => {
      const { mergeToText } = await import('../../reports/merge/to-text.js')
      return () => mergeToText(result, { width, color, ui: options.ui })
    })
    .with('json', async () => {
      const { mergeToJson } = await import('../../reports/merge/to-json.js')
      return () => `${cleanJson(mergeToJson(result, base, files))}\n`
    })
    .with('md', async () => {
      const { writeMarkdown } = await import('../../formats/markdown/to-markdown.js')
      return () => writeMarkdown(reread(result.tree))
    })
    .with('docx', async () => {
      const { writeDocx } = await import('../../formats/word/write/to-docx.js')
      return () => writeDocx(reread(result.tree))
    })
    .exhaustive()
}
