/** The paragraphs of the report: what changed in full, what did not folded. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Change, flatten, sideText } from '../../change.js'
import { factWords, names, rangeNames, toldFacts, verdicts } from '../diff-words.js'
import { clean } from '../redline.js'
import { inline, sides } from './redline.js'

/** Anchors of the changes, for the ledger's links. */
export type Anchors = ReadonlyMap<Change, string>

/** Give every change, sub-paragraphs too, an anchor. */
export function anchors(changes: readonly Change[]): Anchors {
  return new Map(flatten(changes).map((change, index) => [change, `change-${index + 1}`]))
}

/** Write changes, runs of unchanged ones as one that opens. */
export function paragraphs(changes: readonly Change[], at: Anchors, level: 3 | 4 = 3): ElementContent[] {
  const result: ElementContent[] = []
  let quiet: Change[] = []
  const fold = () => {
    if (quiet.length > 0) result.push(folded(quiet))
    quiet = []
  }
  for (const change of changes) {
    if (isQuiet(change)) quiet.push(change)
    else {
      fold()
      result.push(paragraph(change, at, level))
    }
  }
  fold()
  return result
}

function isQuiet(change: Change): boolean {
  return (
    change.kind === 'unchanged' &&
    !change.moved &&
    !flatten([change]).some(({ facts }) => facts.some(({ kind }) => toldFacts.includes(kind)))
  )
}

function folded(changes: readonly Change[]): ElementContent {
  const texts = changes
    .flatMap((change) => flatten([change]))
    .map((change) =>
      h('p', { dir: 'auto' }, [h('b', change.new.join(', ')), clean(sideText(change.edits, 'insert'))]),
    )
  return h('details.is-unchanged', [h('summary', `${clean(rangeNames(changes))} unchanged`), ...texts])
}

/** A filter hides what is only of its kind: a paragraph that moved and changed stays for both. */
function classes(change: Change): string[] {
  const regrouped = change.kind === 'split' || change.kind === 'merged'
  const kind =
    change.kind === 'unchanged'
      ? change.moved
        ? 'is-moved'
        : 'is-unchanged'
      : `is-${regrouped ? 'regrouped' : change.kind}`
  const verb = flatten([change]).some(({ phrases }) => phrases.length > 0)
  return ['change', change.kind, kind, ...(verb ? ['has-verb'] : [])]
}

function paragraph(change: Change, at: Anchors, level: 3 | 4): ElementContent {
  const id = at.get(change)
  const said = verdicts(change).join(', ')
  const told = change.facts.filter(({ kind }) => toldFacts.includes(kind)).map(factWords)
  const heading = h(`h${level}`, { id: `${id}-name` }, [
    clean(names(change)),
    ...(said === '' ? [] : [h('span.what', ` · ${clean(said)}`)]),
  ])
  const notes =
    told.length === 0
      ? []
      : [
          h(
            'ul.notes',
            told.map((fact) => h('li', clean(fact))),
          ),
        ]
  const parts = change.parts ? [h('div.parts', paragraphs(change.parts, at, 4))] : []
  const text = change.edits.length === 0 ? [] : [inline(change.edits), sides(change.edits)]
  return h('article', { id, className: classes(change), tabIndex: -1, ariaLabelledBy: `${id}-name` }, [
    heading,
    ...notes,
    ...text,
    ...parts,
  ])
}
