import { existsSync } from 'node:fs'
import { type Diff, flatten } from '../change.js'
import { diff } from '../diff/index.js'
import { loadScale, readScale, type Scale } from '../grammar/scales.js'
import { PlenaryError } from '../message.js'
import type { Parsed } from '../pipeline.js'
import { diffToJson } from '../render/diff-to-json.js'
import { diffToStat } from '../render/diff-to-stat.js'
import { diffToText } from '../render/diff-to-text.js'
import { select } from '../render/select.js'
import { exit } from './exit.js'
import { attempt, bytesOf, type CommonOptions, load, nameOf, useColor, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format: string
  width?: number
  output?: string
  exitCode?: boolean
  failOn?: string[]
  stat?: boolean
  only?: string[]
  context: number
  scale?: string
  pager: boolean
}

/** Say what changed between two documents, or what the tracked changes of one do. */
export async function diffCommand(
  before: string,
  second: string | undefined,
  options: Options,
): Promise<void> {
  let text: string | undefined
  const after = second ?? before
  await attempt(async () => {
    if (before === '-' && second === '-') throw new PlenaryError('stdin-twice')
    const scale = options.scale === undefined ? undefined : scaleOf(options.scale)
    const [one, other] = await sides(before, second, options)
    const result = diff(one.tree, other.tree, { scale })
    const failing = (options.failOn ?? []).some((kind) => isCounted(result, kind))
    if ((options.exitCode && hasChanges(result)) || failing) process.exitCode = exit.found
    text = render(options.only ? select(result, options.only) : result, before, after, options)
  })
  const forReader = options.format === 'text' && options.pager
  if (text !== undefined) await write(text, options.output, forReader)
}

function render(result: Diff, before: string, after: string, options: Options): string {
  if (options.format === 'json') return `${diffToJson(result, { old: nameOf(before), new: nameOf(after) })}\n`
  const { context, width } = options
  const style = { width: widthOf(width), color: useColor(options, options.output) }
  return options.stat ? diffToStat(result, style) : diffToText(result, { ...style, context })
}

/** A scale by its published name, else by its file. */
function scaleOf(nameOrFile: string): Scale {
  return existsSync(nameOrFile)
    ? readScale(new TextDecoder().decode(bytesOf(nameOrFile)), nameOrFile)
    : loadScale(nameOrFile)
}

function hasChanges({ front, changes }: Diff): boolean {
  return front.length > 0 || changes.some((change) => change.kind !== 'unchanged' || change.moved)
}

async function sides(before: string, after: string | undefined, options: Options): Promise<[Parsed, Parsed]> {
  if (after !== undefined) return [await load(before, options), await load(after, options)]
  const original = await load(before, { ...options, revisions: 'original', quiet: true })
  if (original.format !== 'docx') throw new PlenaryError('no-revisions', { file: nameOf(before) })
  return [original, await load(before, { ...options, revisions: 'final' })]
}

/** The diff holds a change, or a change of verb, of that kind; sub-paragraphs count too. */
function isCounted({ summary, changes }: Diff, kind: string): boolean {
  const { verbs, ...kinds } = summary
  if (
    Number(kinds[kind as keyof typeof kinds] ?? 0) > 0 ||
    Number(verbs[kind as keyof typeof verbs] ?? 0) > 0
  )
    return true
  return flatten(changes).some(
    (change) => change.kind === kind || change.phrases.some(({ shift }) => shift === kind),
  )
}
