/** The paragraphs of the report: what changed in full, what did not folded. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Change, flatten } from '../../../model/change.js'
import { isFoldable } from '../../../model/routine.js'
import { listed, type Say } from '../../../model/words.js'
import { clean } from '../../clean.js'
import { nodes } from '../../nodes.js'
import { departure, fallen, isQuiet, judgements, names, rangeNames, told } from '../words.js'
import { factNodes } from './facts.js'
import { groups, oldPart } from './groups.js'
import { nameOf, type Page, withEnds } from './page.js'
import { keptText, redline } from './redline.js'

type Level = 3 | 4 | 5

/** The changes in a list beside the text, the number of the one that is read, and the way from one to the next; nothing if there are none. */
export function walk(changes: readonly Change[], page: Page): ElementContent[] {
  const { say } = page
  const told = changes.filter((change) => !isQuiet(change))
  if (told.length === 0) return []
  const step = (by: 1 | -1, sign: string, name: string) =>
    h('button', { type: 'button', dataStep: String(by), ariaLabel: say(name), title: say(name) }, sign)
  const items = told.map((change) =>
    h('li', { className: classes(change).slice(1) }, [
      h('a', { href: `#${page.anchors.get(change)}` }, h('bdi', nameOf(change, page))),
      ' ',
      h('span.what', listed(summed(change, say), say)),
    ]),
  )
  return [
    h('nav.walk', { ariaLabel: say('changes') }, [
      // What only a script can do is hidden until one does it.
      h('p.steps', { hidden: true }, [
        step(-1, '↑', 'previous'),
        step(1, '↓', 'next'),
        h('span.at', { dataOf: say('of') }),
      ]),
      h('details', { open: true }, [h('summary', say('changes')), h('ol', items)]),
    ]),
    h('div.marks', { hidden: true, ariaHidden: 'true' }),
    h('p.copied', { role: 'status', dataSaid: say('copied') }),
  ]
}

/** "moved, verb weaker"; what it is where nothing more is to be said. */
function summed(change: Change, say: Say): string[] {
  const said = flatten([change]).flatMap((part) => judgements(part, say))
  const still = change.kind === 'unchanged' && !change.moved
  return [
    ...new Set([
      ...(change.kind === 'unchanged' ? [] : [say(change.kind)]),
      ...(still ? [say('check')] : []),
      ...(change.moved ? [say('moved')] : []),
      ...(change.routine ? [say('routine')] : []),
      ...said,
    ]),
  ]
}

/** Write all changes of a diff, under the names of the parts of the text. */
export function text(changes: readonly Change[], page: Page): ElementContent[] {
  const shown = groups(changes, page.say).flatMap(({ name, part, changes: own }) => {
    if (name === '') return paragraphs(own, page, 3)
    // What had ended the part before, and left it, is not missed in this one.
    const before = departed(own[0] ?? null, page, (change) => oldPart(change) !== part)
    return [...before, h('h3', clean(name)), ...paragraphs(own, page, 4, part)]
  })
  return [...shown, ...departed(null, page)]
}

/** Write changes, runs of unchanged ones as one that opens, and notes where others moved away. */
function paragraphs(changes: readonly Change[], page: Page, level: Level, part?: string): ElementContent[] {
  const result: ElementContent[] = []
  let quiet: Change[] = []
  let routine: Change[] = []
  const fold = () => {
    if (quiet.length > 0) result.push(folded(quiet, page))
    if (routine.length > 0) result.push(foldedRoutine(routine, page, level))
    quiet = []
    routine = []
  }
  for (const change of changes) {
    const own = (one: Change) => part === undefined || change !== changes[0] || oldPart(one) === part
    const away = departed(change, page, own)
    if (away.length > 0) fold()
    result.push(...away)
    // A note from inside a paragraph that is folded would be lost with it.
    const leaves = change.parts?.some((part) => page.departures.has(part)) ?? false
    if (isFoldable(change) && !leaves) {
      if (quiet.length > 0) fold()
      routine.push(change)
    } else if (isQuiet(change) && !leaves) {
      if (routine.length > 0) fold()
      quiet.push(change)
    } else {
      fold()
      result.push(paragraph(change, page, level))
    }
  }
  fold()
  return result
}

function folded(changes: readonly Change[], page: Page): ElementContent {
  const texts = changes
    .flatMap((change) => flatten([change]))
    .map((change) =>
      h('div.kept', { id: page.anchors.get(change) }, [
        ...(change.new.length > 0 ? [h('b', h('bdi', clean(names(change, page.say))))] : []),
        h('p', { lang: page.lang, dir: page.dir }, keptText(change, page)),
      ]),
    )
  return h('details.is-unchanged', [
    h(
      'summary',
      nodes(page.say('range_unchanged'), { names: h('bdi', clean(rangeNames(changes, page.say))) }),
    ),
    ...texts,
  ])
}

/** What a year does to paragraphs, folded: there to be read, and out of the way of what was negotiated. */
function foldedRoutine(changes: readonly Change[], page: Page, level: Level): ElementContent {
  const { say } = page
  const words = say('routine_changes', { count: changes.length })
  const labels = changes.flatMap((change, at) => [
    ...(at === 0 ? [] : [say('comma')]),
    h('bdi', clean(names(change, say))),
  ])
  return h('details.is-routine', [
    h('summary', nodes(say('told'), { name: h('span', labels), words })),
    ...changes.map((change) => paragraph(change, page, level)),
  ])
}

function departed(
  next: Change | null,
  page: Page,
  which: (change: Change) => boolean = () => true,
): ElementContent[] {
  return (page.departures.get(next) ?? [])
    .filter(which)
    .map((change) =>
      h('p.departed', { id: `from-${page.anchors.get(change)}` }, [
        h(
          'a',
          { href: `#${page.anchors.get(change)}` },
          clean(departure(change, page.raised.has(change), page.say)),
        ),
      ]),
    )
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
  const shifts = flatten([change]).flatMap(({ phrases }) => phrases.map(({ shift }) => shift))
  return [
    'change',
    change.kind,
    kind,
    ...(isFoldable(change) ? ['is-routine'] : []),
    ...(shifts.length > 0 ? ['has-verb'] : []),
    ...(shifts.some((shift) => fallen.includes(shift)) ? ['has-weaker'] : []),
  ]
}

function paragraph(change: Change, page: Page, level: Level): ElementContent {
  const id = page.anchors.get(change)
  const facts = told(change)
  const name = clean(names(change, page.say))
  const heading = h(`h${level}`, [
    h('span', { id: `${id}-name` }, [h('bdi', name), h('span.what', [' · ', ...happened(change, page)])]),
    ' ',
    h('a.link', { href: `#${id}`, ariaLabel: page.say('link', { name }) }, '#'),
  ])
  const notes =
    facts.length === 0
      ? []
      : [
          h(
            'ul.notes',
            facts.map((fact) => h('li', factNodes(fact, page))),
          ),
        ]
  const inside: Level = level === 3 ? 4 : 5
  const parts = change.parts ? [h('div.parts', paragraphs(change.parts, page, inside))] : []
  return h('article', { id, className: classes(change), tabIndex: -1, ariaLabelledBy: `${id}-name` }, [
    heading,
    ...notes,
    ...redline(change, page),
    ...parts,
  ])
}

/** "modified, moved up (where it was), verb weaker". */
function happened(change: Change, page: Page): (ElementContent | string)[] {
  const { say } = page
  const kind = change.kind === 'unchanged' && change.moved ? [] : [[say(change.kind)]]
  const from = h('a', { href: `#from-${page.anchors.get(change)}` }, say('where_it_stood'))
  const ends = [change, ...change.phrases]
  const words = say(page.raised.has(change) ? 'moved_up' : 'moved_down')
  const moved = change.moved ? [nodes(say('aside'), { words, note: from })] : []
  const said = [
    ...kind,
    ...moved,
    ...judgements(change, say).map((word) => withEnds(word, change, ends, page)),
  ]
  return said.flatMap((one, index) => (index === 0 ? one : [say('comma'), ...one]))
}
