/** A draft and the versions of several parties → one text, with what is in conflict. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import { merge } from '../../merge/index.js'
import type { Version } from '../../merge/outcomes.js'
import type { Merge } from '../../model/merge.js'
import { reread } from '../../pipeline.js'
import { cleanJson } from '../../reports/clean.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load } from './load.js'

export interface MergeJob extends Reading {
  format: 'text' | 'json' | 'md' | 'docx'
  width: number
  color: boolean
  /** Names of the parties, one for each version. */
  as?: string[] | undefined
  paragraphs?: boolean | undefined
  exitCode?: boolean | undefined
}

/** Merge the versions into the first document, and write the result in the format asked for. */
export async function mergeJob(inputs: Input[], options: MergeJob, desk: Desk): Promise<Result> {
  const [base, ...others] = inputs
  if (!base) throw new Error('A merge has a base')
  const files = others.map(({ file }) => file)
  const parties = options.as ?? partyNames(files)
  const { tree } = await load(base, options, desk)
  const versions: Version[] = []
  for (const [at, input] of others.entries())
    versions.push({ party: parties[at] ?? '', tree: (await load(input, options, desk)).tree })
  const documents = inputs.length
  const result = desk.stage({ name: 'the merge', documents }, () =>
    merge(tree, versions, { paragraphs: options.paragraphs ?? false }),
  )
  const writing = await writingOf(result, nameOf(base.file), files.map(nameOf), options)
  return {
    output: await desk.stage({ name: 'writing the merge', documents }, writing),
    found: options.exitCode === true && result.conflicts > 0,
  }
}

/** Files as their names tell them apart. */
function partyNames(files: readonly string[]): string[] {
  const short = files.map((file) => basename(nameOf(file)))
  return new Set(short).size === short.length ? short : files.map(nameOf)
}

type Writing = () => string | Promise<Uint8Array>

/** Each loads what it needs: most runs write one format. */
function writingOf(result: Merge, base: string, files: string[], options: MergeJob): Promise<Writing> {
  const { width, color } = options
  return match(options.format)
    .returnType<Promise<Writing>>()
    .with('text', async () => {
      const { mergeToText } = await import('../../reports/merge/to-text.js')
      return () => mergeToText(result, { width, color })
    })
    .with('json', async () => {
      const { mergeToJson } = await import('../../reports/merge/to-json.js')
      return () => `${cleanJson(mergeToJson(result, base, files))}\n`
    })
    .with('md', async () => {
      const { toMarkdown } = await import('../../formats/markdown/to-markdown.js')
      return () => toMarkdown(reread(result.tree))
    })
    .with('docx', async () => {
      const { toDocx } = await import('../../formats/word/write/to-docx.js')
      return () => toDocx(reread(result.tree))
    })
    .exhaustive()
}
