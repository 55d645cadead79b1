/** Two documents, or the two sides of one's tracked changes → what changed between them. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import { attribute, authorsOf, diff, summarize } from '../../diff/index.js'
import { sayIn } from '../../language/interface.js'
import type { Scale } from '../../language/scales.js'
import { type Diff, flatten, hasChanges } from '../../model/change.js'
import { PlenaryError } from '../../model/message.js'
import type { Root } from '../../model/tree/types.js'
import type { Parsed } from '../../pipeline.js'
import { clean as cleaned, cleanJson } from '../../reports/clean.js'
import { ofAuthor, select, withoutRoutine } from '../../reports/diff/select.js'
import type { DiffFiles } from '../../reports/diff/to-json.js'
import { version } from '../../version.js'
import { CommandFault } from '../faults.js'
import { nameOf } from '../files.js'
import { diffFromKept, earlierAnd } from './against-library.js'
import type { Desk, Input, Loading, Result } from './desk.js'
import type { Compared, DiffJob } from './diff-job.js'
import { load } from './load.js'
import { scaleOf } from './scale.js'

/** Compare, and write the comparison in the format asked for. */
export async function diffJob(inputs: Input[], options: DiffJob, desk: Desk): Promise<Result> {
  const scale = scaleOf(options.scale)
  const compared = await compare(inputs, options, scale, desk)
  const { whole } = compared
  const output = await render(compared, options, desk)
  const judged = options.ignore ? withoutRoutine(whole) : whole
  const counted = { ...judged, summary: summarize(judged) }
  const failing = (options.failOn ?? []).some((kind) => isCounted(counted, kind, scale !== undefined))
  return { output, found: (options.exitCode === true && hasChanges(counted)) || failing }
}

async function compare(
  [old, second]: Input[],
  options: DiffJob,
  scale: Scale | undefined,
  desk: Desk,
): Promise<Compared> {
  if (!old) throw new Error('A comparison has an old document')
  const loading = { keep: options.format === 'docx' }
  const { againstLibrary } = options
  const first = () => side(old, options, desk, loading)
  const [oldSide, newSide] =
    againstLibrary !== undefined
      ? await earlierAnd(await first(), againstLibrary)
      : second
        ? [await first(), await side(second, options, desk, loading)]
        : await sides(old, options, desk, loading)
  refuseTwoLanguages(oldSide.parsed, newSide.parsed, { old: oldSide.input, new: newSide.input })
  const between = againstLibrary === undefined ? diff : diffFromKept
  const whole = desk.stage({ name: 'the comparison', documents: 2 }, () =>
    between(oldSide.parsed.tree, newSide.parsed.tree, { scale }),
  )
  const tracked = second === undefined && againstLibrary === undefined
  return {
    old: oldSide,
    new: newSide,
    tracked,
    scale,
    whole: tracked ? attribute(whole, oldSide.parsed.tree, newSide.parsed.tree) : whole,
  }
}

type Side = Compared['old']

async function side(input: Input, options: DiffJob, desk: Desk, loading: Loading): Promise<Side> {
  return { input, parsed: await load(input, options, desk, loading) }
}

/** A document before its tracked changes and after them. */
async function sides(input: Input, options: DiffJob, desk: Desk, loading: Loading): Promise<[Side, Side]> {
  const original = await load(input, { ...options, revisions: 'original' }, desk, {
    ...loading,
    silent: true,
  })
  if (original.format !== 'docx' && original.format !== 'akn')
    throw new PlenaryError('no-revisions', { file: nameOf(input.file) })
  const final = await load(input, { ...options, revisions: 'final' }, desk, loading)
  return [
    { input, parsed: original },
    { input, parsed: final },
  ]
}

/** Every word of a text in another language is another word: that is no news of its paragraphs. */
function refuseTwoLanguages(old: Parsed, now: Parsed, input: { old: Input; new: Input }): void {
  const [oldLanguage, newLanguage] = [old.tree.language, now.tree.language]
  if (oldLanguage === null || newLanguage === null || oldLanguage === newLanguage) return
  const files = { old: nameOf(input.old.file), new: nameOf(input.new.file) }
  throw new PlenaryError('two-languages', { ...files, oldLanguage, newLanguage })
}

/** Each loads what it needs: most runs write one format. */
async function render(compared: Compared, options: DiffJob, desk: Desk): Promise<string | Uint8Array> {
  const { whole, tracked } = compared
  const { only, ignore, context, width, color, ui } = options
  const trees = { old: compared.old.parsed.tree, new: compared.new.parsed.tree }
  const files = { old: nameOf(compared.old.input.file), new: nameOf(compared.new.input.file) }
  // In a redline that is written an author is the one who makes it.
  const whose = options.format === 'docx' ? undefined : options.author
  const proposed = whose === undefined ? whole : proposedBy(whole, whose)
  const kept = ignore ? withoutRoutine(proposed) : proposed
  const shown = only ? select(kept, only) : kept
  const apart = options.byAuthor
    ? authorsOf(shown).map((author) => ({ author, diff: proposedBy(shown, author) }))
    : undefined
  const writing = await match(options.format)
    .returnType<Promise<() => string | Uint8Array | Promise<Uint8Array>>>()
    .with('text', async () => {
      if (options.stat) {
        const { diffToStat } = await import('../../reports/diff/to-stat.js')
        const { rows } = await import('../../model/tree/rows.js')
        const openings = (tree: Root) => rows(tree).map(({ phrase }) => phrase)
        return () => {
          const phrases = { old: openings(trees.old), new: openings(trees.new) }
          return diffToStat(shown, { width, color, phrases, ui })
        }
      }
      const { diffToText } = await import('../../reports/diff/to-text.js')
      const write = (diff: Diff) => diffToText(diff, { width, color, context, ui })
      return () =>
        apart
          ? apart.map(({ author, diff }) => `# ${cleaned(author)}\n\n${write(diff)}`).join('\n')
          : write(shown)
    })
    .with('json', async () => {
      const { diffToJson } = await import('../../reports/diff/to-json.js')
      return () => `${cleanJson(diffToJson(shown, files))}\n`
    })
    .with('html', async () => {
      const { diffToHtml } = await import('../../reports/diff/to-html.js')
      return () =>
        diffToHtml(shown, {
          language: trees.new.language,
          files: titles(files, tracked, ui),
          only,
          ui,
          trees,
          scale: compared.scale?.id,
          made: { version: version(), on: options.date ?? new Date().toISOString() },
        })
    })
    .with('md', async () => {
      const { diffToMarkdown } = await import('../../reports/diff/to-markdown.js')
      const { writeMarkdown } = await import('../../reports/markdown.js')
      const headOf = (author: string) =>
        writeMarkdown([{ type: 'heading', depth: 1, children: [{ type: 'text', value: cleaned(author) }] }])
      const write = (diff: Diff) => diffToMarkdown(diff, { only, ui })
      return () =>
        apart ? apart.map(({ author, diff }) => `${headOf(author)}\n${write(diff)}`).join('\n') : write(shown)
    })
    .with('csv', async () => {
      const { diffToCsv, diffToCsvByAuthor } = await import('../../reports/diff/to-csv.js')
      return () => (apart ? diffToCsvByAuthor(apart) : diffToCsv(shown))
    })
    .with('docx', async () => {
      const { redlineOf } = await import('./redline.js')
      return () => redlineOf(compared, options, desk)
    })
    // An expression is a whole text: it marks all that changed.
    .with('akn', async () => {
      const { diffToAkn } = await import('../../written.js')
      return () => diffToAkn(whole, trees)
    })
    .exhaustive()
  return desk.stage({ name: 'writing the comparison', documents: 2 }, writing)
}

/** What one author proposed, with a summary of that. */
function proposedBy(diff: Diff, author: string): Diff {
  const authors = authorsOf(diff)
  if (!authors.includes(author))
    throw new CommandFault('no-author', { author, authors: authors.join(', ') || 'nobody' })
  const own = ofAuthor(diff, author)
  return { ...own, summary: summarize(own) }
}

/** Files as a report names them: it is sent to others, whom the folders do not concern. */
function titles(files: DiffFiles, tracked: boolean, ui: string | undefined): DiffFiles {
  const say = sayIn(ui)
  const [before, after] = [basename(files.old), basename(files.new)]
  return tracked
    ? { old: say('rejected', { file: before }), new: say('accepted', { file: after }) }
    : { old: before, new: after }
}

/**
 * The diff holds a change, or a change of verb, of that kind; sub-paragraphs count too.
 *
 * Where published scales disagree whether a verb is weaker, someone holds that it is: it counts as
 * weaker, unless one scale was chosen.
 */
function isCounted({ summary, changes }: Diff, kind: string, chosen: boolean): boolean {
  const { verbs, ...kinds } = summary
  const counts: Record<string, unknown> = { ...kinds, ...verbs }
  if (Number(counts[kind] ?? 0) > 0) return true
  return flatten(changes).some(
    (change) =>
      change.kind === kind ||
      change.phrases.some(
        ({ shift }) => shift === kind || (kind === 'weaker' && !chosen && shift === 'contested'),
      ),
  )
}
