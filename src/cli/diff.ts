import { type Diff, flatten } from '../change.js'
import { diff } from '../diff/index.js'
import { PlenaryError } from '../message.js'
import type { Parsed } from '../pipeline.js'
import { diffToJson } from '../render/diff-to-json.js'
import { diffToText } from '../render/diff-to-text.js'
import { exit } from './exit.js'
import { attempt, type CommonOptions, load, nameOf, useColor, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format: string
  width?: number
  output?: string
  exitCode?: boolean
  failOn?: string[]
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
    const [one, other] = await sides(before, second, options)
    const result = diff(one.tree, other.tree)
    text =
      options.format === 'json'
        ? `${diffToJson(result, { old: nameOf(before), new: nameOf(after) })}\n`
        : diffToText(result, { width: widthOf(options.width), color: useColor(options, options.output) })
    const changed =
      result.front.length > 0 || result.changes.some((change) => change.kind !== 'unchanged' || change.moved)
    const failing = (options.failOn ?? []).some((kind) => isCounted(result, kind))
    if ((options.exitCode && changed) || failing) process.exitCode = exit.found
  })
  if (text !== undefined) await write(text, options.output)
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
