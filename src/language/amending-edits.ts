/** Clauses of a command → the edits that they ask for. */
import type { Asked, Clause, Edit, Item } from './amending-clause.js'
import { type Inside, insideOf, labels } from './amending-places.js'

type Edits = Pick<Asked, 'edits' | 'follows'>

/**
 * Say what clauses ask for.
 *
 * Given what the sentences before them are about, and whether a text follows. Gives null where a clause
 * lacks what its verb needs, or has what the verb has no use for.
 */
export function editsOf(clauses: readonly Clause[], about: readonly string[], colon: boolean): Edits | null {
  const edits: Edit[] = []
  let follows: Asked['follows']
  let inside: Inside = { labels: about }
  // A text that follows is given by what is before "and renumber accordingly".
  const last = clauses.findLastIndex(({ verb }) => verb !== 'renumber')
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at] as Clause
    const next = clauses[at + 1]
    const substituted = next && substitution(clause, next, colon && at + 1 === last)
    if (substituted) at++
    const done = substituted ?? clause
    const own = insideOf(done.items.in, inside)
    if (!own) return null
    inside = own
    const ends = colon && at === last
    const asked = editsIn(done, inside, ends && !done.isQuoted)
    if (!asked) return null
    edits.push(...asked.edits)
    follows = (ends && done.isQuoted ? 'quoted' : asked.follows) ?? follows
  }
  return edits.length === 0 || (colon && !follows) ? null : { edits, ...(follows ? { follows } : {}) }
}

/** "Delete “0” and insert “1”", "delete operative paragraph 3 and substitute the following": one edit in two clauses. */
function substitution(cut: Clause, put: Clause, colon: boolean): Clause | null {
  if (cut.verb !== 'cut' || cut.items.with.length > 0) return null
  if (put.verb !== 'put' && put.verb !== 'swap' && put.verb !== 'substitute') return null
  const { object, with: by } = put.items
  const [first] = [...object, ...by]
  const given: Item[] = first ? (object.length > 0 ? object : by) : colon ? [{ kind: 'following' }] : []
  const places = [
    ...put.items.in,
    ...put.items.after,
    ...put.items.before,
    ...put.items.between,
    ...put.items.as,
    ...put.items.for,
  ]
  const inCut = put.items.in.length > 0 && cut.items.in.length === 0 && places.length === put.items.in.length
  const isParagraph = given.some(({ kind }) => kind === 'target' || kind === 'new' || kind === 'newLetters')
  if (isParagraph && (given.some(({ kind }) => kind === 'target') || cut.items.object[0]?.kind !== 'target'))
    return null
  if (put.edge || given.length !== 1 || (object.length > 0 && by.length > 0)) return null
  if (places.length > 0 && !inCut) return null
  const items = { ...cut.items, with: given, in: [...cut.items.in, ...put.items.in] }
  return { ...put, ...cut, verb: 'swap', items, isReading: cut.isReading || put.isReading || false }
}

function editsIn(clause: Clause, inside: Inside, colon: boolean): Edits | null {
  const { verb, items, isReading } = clause
  if (verb === 'put') return insertions(clause, inside, colon)
  if (verb === 'cut') return deletions(clause, inside, colon)
  // "OP5: replace by “0”."
  if (verb === 'swap') {
    const put: Item[] = items.with.length > 0 || !colon ? items.with : [{ kind: 'following' }]
    return replacements(clause, items.object.length > 0 ? items.object : items.in, put, inside, colon)
  }
  if (verb === 'substitute') {
    const { object, for: old } = items
    return replacements(clause, old, object, inside, colon)
  }
  if (verb === 'editorial')
    return each(items.object, (item) => wordsEdit(item, { op: 'editorial', target: [...inside.labels] }))
  if (verb === 'renumber') return renumbering(clause, inside)
  if (verb === 'move') return move(clause)
  if (verb === 'become') return becoming(clause)
  if (verb === 'merge' || verb === 'split') return joining(clause, verb, inside, colon)
  if (verb === 'exchange') {
    const target = labels(clause.items.object, inside.labels)
    return target ? { edits: [{ op: 'swap', target }] } : null
  }
  const isGiven = items.object.some(({ kind, isNew }) => kind === 'new' || kind === 'newLetters' || isNew)
  if (verb === 'change' && items.with.length > 0 && !isReading)
    return replacements(clause, items.object, items.with, inside, colon)
  // "PP5 bis (new), to read:", "New PP after PP3:"
  if (!verb && isGiven) return insertions(clause, inside, colon)
  // "Amend operative paragraph 4 to read:", "operative paragraph 4 should read:"
  if (isReading) return rewording(clause, inside, colon)
  return null
}

/** "Amend the title to read “0”": the words are what is behind. */
function rewording(clause: Clause, inside: Inside, colon: boolean): Edits | null {
  const object = [...clause.items.object, ...clause.items.with]
  const words = object.filter(({ kind }) => kind === 'words')
  const [first] = clause.items.object
  const old = object.filter(({ kind }) => kind !== 'words')
  // "The words “0” should read “1”."
  if (old.length === 0 && first?.kind === 'words' && words.length === 2)
    return replacements(clause, words.slice(0, 1), words.slice(1), inside, colon)
  // "OP3 to read:", where the paragraphs were moved to "in".
  const about = old.length > 0 ? old : clause.items.in
  return replacements(clause, about, words.length > 0 ? words : [{ kind: 'new' }], inside, colon)
}

function deletions(clause: Clause, inside: Inside, colon: boolean): Edits | null {
  const { isRest, isReading, items } = clause
  if (items.with.length + items.as.length + items.between.length + items.for.length > 0) return null
  if (isRest) {
    const [anchor] = items.rest
    if (anchor?.quoted === undefined || inside.labels.length === 0) return null
    return {
      edits: [{ op: 'delete-words', target: [...inside.labels], where: 'after', anchor: anchor.quoted }],
    }
  }
  const object = items.object.length > 0 ? items.object : items.in
  const [first] = object
  const note = object.findIndex(({ kind }) => kind === 'note')
  const paragraphs = object.filter(({ kind }) => kind === 'target')
  const [place, where] = placeOf(clause)
  const isPlaced = items.after.length + items.before.length > 0
  if (first?.kind === 'target' || (note === 0 && paragraphs.length > 0)) {
    const target = labels(paragraphs, inside.labels)
    if (
      !target ||
      isPlaced ||
      object.some(({ kind }) => kind === 'words' || kind === 'part' || kind === 'new')
    )
      return null
    if (colon && !isReading) return null
    const edits: Edit[] = [{ op: note === 0 ? 'delete-note' : 'delete', target }]
    return colon ? { edits, follows: 'quoted' } : { edits }
  }
  if (inside.labels.length === 0 || colon) return null
  return each(object, (item) => {
    if (item.kind === 'note') return { op: 'delete-note', target: [...inside.labels] }
    return wordsEdit(item, {
      op: 'delete-words',
      target: [...inside.labels],
      ...beside(place, where),
      ...manner(clause, inside),
    })
  })
}

/** Words or a sentence of paragraphs as the old ones of an edit. */
function wordsEdit(item: Item, edit: Edit): Edit | null {
  if (item.kind === 'words' && item.quoted !== undefined && item.toEnd)
    return edit.where ? null : { ...edit, where: 'from', anchor: item.quoted }
  if (item.kind === 'words' && item.quoted !== undefined)
    return { ...edit, old: item.quoted, ...(item.quotedEnd === undefined ? {} : { oldEnd: item.quotedEnd }) }
  if (item.kind === 'part') return { ...edit, ...(item.count === undefined ? {} : { sentence: item.count }) }
  return null
}

/** Beside which words those are that are edited. */
function beside(
  place: Item | undefined,
  where: 'before' | 'after' | undefined,
): Pick<Edit, 'where' | 'anchor'> {
  return place?.quoted === undefined || !where ? {} : { where, anchor: place.quoted }
}

/** Which of the places that words are in. */
function manner(
  { isAll, occurrence }: Clause,
  { sentence }: Inside,
): Pick<Edit, 'all' | 'occurrence' | 'sentence'> {
  return {
    ...(isAll ? { all: true } : {}),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(sentence === undefined ? {} : { sentence }),
  }
}

function replacements(
  clause: Clause,
  old: readonly Item[],
  put: readonly Item[],
  inside: Inside,
  colon: boolean,
): Edits | null {
  const [first] = old
  const [given] = put
  if (clause.isRest) {
    const [anchor] = clause.items.rest
    if (anchor?.quoted === undefined || given?.quoted === undefined || inside.labels.length === 0) return null
    return {
      edits: [
        {
          op: 'replace-words',
          target: [...inside.labels],
          where: 'after',
          anchor: anchor.quoted,
          new: given.quoted,
        },
      ],
    }
  }
  if (!first || !given || (clause.edge && first.kind === 'target')) return null
  const { after, before, between, as } = clause.items
  const [place, where] = first.kind === 'words' ? placeOf(clause) : []
  const isPlaced = after.length + before.length > 0 && place?.quoted === undefined
  if (isPlaced || between.length + as.length > 0) return null
  if (first.kind === 'target') {
    const target = labels(
      old.filter(({ kind }) => kind !== 'part'),
      inside.labels,
    )
    if (!target || put.length > 1) return null
    const part = old.find(({ kind }) => kind === 'part')
    // "Change the first line of paragraph 2 to read: “0”".
    if (part && given.quoted !== undefined)
      return {
        edits: [
          {
            op: 'replace-words',
            target,
            new: given.quoted,
            ...(part.count === undefined ? {} : { sentence: part.count }),
          },
        ],
      }
    if (given.quoted !== undefined) return { edits: [{ op: 'replace', target, text: given.quoted }] }
    return (given.kind === 'new' || given.kind === 'following') && colon
      ? { edits: [{ op: 'replace', target }], follows: 'text' }
      : null
  }
  if (inside.labels.length === 0 || old.length !== put.length) return null
  const edits = old.map((item, at) => {
    const { quoted } = put[at] ?? {}
    const edit: Edit = {
      op: 'replace-words',
      target: [...inside.labels],
      ...beside(place, where),
      ...manner(clause, inside),
    }
    if (quoted === undefined) return null
    const made = wordsEdit(item, edit)
    return made && { ...made, new: quoted }
  })
  if (edits.some((one) => one === null)) return null
  return colon ? null : { edits: edits as Edit[] }
}

function insertions(clause: Clause, inside: Inside, colon: boolean): Edits | null {
  const { items, edge } = clause
  const object = [...items.object, ...items.with]
  const named = object.find((item) => item.kind === 'target')
  const words = object.filter(({ kind }) => kind === 'words')
  const [place, where] = placeOf(clause)
  const isNew =
    object.some(({ kind }) => kind === 'new' || kind === 'newLetters') ||
    named !== undefined ||
    items.as.length > 0
  const isBeside = place?.kind === 'target' || inside.labels.every((label) => label.endsWith('*'))
  if (isNew || (words.length === 0 && colon) || (words.length === 1 && !place?.quoted && isBeside)) {
    if (items.for.length > 0 || words.length > 1) return null
    const text = words[0]?.quoted
    if (text === undefined && !colon) return null
    const at = paragraphPlace(clause, named, place, where, inside)
    if (!at) return null
    const edit: Edit = { op: 'insert', ...at, ...(text === undefined ? {} : { text }) }
    return text === undefined ? { edits: [edit], follows: 'text' } : { edits: [edit] }
  }
  if (colon || inside.labels.length === 0 || object.some(({ kind }) => kind === 'part' || kind === 'note'))
    return null
  return each(words, ({ quoted }) => {
    if (quoted === undefined) return null
    const edit: Edit = {
      op: 'insert-words',
      target: [...inside.labels],
      new: quoted,
      ...manner(clause, inside),
    }
    if (place?.quoted !== undefined && where) return { ...edit, where, anchor: place.quoted }
    return edge && !place ? { ...edit, where: edge } : null
  })
}

/** What something is put beside, and on which side. */
function placeOf({ items }: Clause): [Item | undefined, 'before' | 'after' | undefined] {
  const [after] = items.after
  const [before] = items.before
  const [between] = items.between
  if (after) return before ? [undefined, undefined] : [after, 'after']
  if (before) return [before, 'before']
  return [between, between && 'after']
}

/** Where new paragraphs are put. */
function paragraphPlace(
  { items, edge }: Clause,
  named: Item | undefined,
  place: Item | undefined,
  where: 'before' | 'after' | undefined,
  { labels: inside }: Inside,
): Pick<Edit, 'target' | 'where' | 'anchor'> | null {
  const base = inside.length === 1 ? inside : []
  if (place) {
    const anchor = place.kind === 'target' ? labels([place], base)?.[0] : undefined
    return anchor === undefined || !where ? null : { target: [], where, anchor }
  }
  const as = items.as[0] ?? named
  if (as) {
    const label = as.kind === 'target' ? labels([as], base)?.[0] : undefined
    if (label === undefined) return null
    // A new last paragraph is behind the one that is the last.
    if (label.endsWith('$')) return { target: [], where: 'after', anchor: label }
    if (label.endsWith('$-1')) return { target: [], where: 'before', anchor: label.replace('-1', '') }
    return label.endsWith('*') ? null : { target: [label], where: 'as', anchor: label }
  }
  // At the end of the whole text is behind its last paragraph.
  const whole = inside.length > 1 ? inside.filter((label) => label === 'OP*') : inside
  const [anchor] = whole
  if (whole.length !== 1 || anchor === undefined || anchor === 'title') return null
  if (anchor.endsWith('*'))
    return edge ? { target: [], where: edge === 'end' ? 'after' : 'before', anchor } : null
  // A paragraph is in no other; one that has the number of what is not there is new.
  const isLetters = [...items.object, ...items.with].every(({ kind }) => kind !== 'new')
  if (/\d\p{L}+$/u.test(anchor)) return { target: [anchor], where: 'as', anchor }
  if (!isLetters) return null
  // A sub-paragraph: behind the last of the paragraph, where nothing else is said.
  return { target: [], where: edge ?? 'end', anchor }
}

function move({ items, edge }: Clause): Edits | null {
  const target = labels([...items.object], [])
  if (!target) return null
  const [place] = [...items.after, ...items.before, ...(edge ? items.in : items.as)]
  const anchor = place?.kind === 'target' ? labels([place], [])?.[0] : undefined
  if (anchor === undefined) return null
  const isBefore = edge
    ? edge === 'start'
    : items.before.length > 0 || (items.as.length > 0 && isAhead(anchor, target[0]))
  return { edits: [{ op: 'move', target, where: isBefore ? 'before' : 'after', anchor }] }
}

/** What becomes paragraph 2 is put before the one that has the number, if it comes from behind it. */
function isAhead(anchor: string, label = ''): boolean {
  return Number(/\d+/u.exec(anchor)?.[0]) < Number(/\d+/u.exec(label)?.[0])
}

/** "OP6 becomes OP5": it has another number; "and vice versa": they change places. */
function becoming({ items, isMutual }: Clause): Edits | null {
  const object = [...items.in, ...items.object]
  const target = labels(object, [])
  if (!target || object.length !== 2) return null
  if (isMutual) return { edits: [{ op: 'swap', target }] }
  return { edits: [{ op: 'renumber', target: target.slice(0, 1), where: 'as', anchor: target[1] ?? '' }] }
}

function renumbering({ items }: Clause, { labels: inside }: Inside): Edits {
  const from = labels([...items.in, ...items.object], inside) ?? []
  const to = labels(items.as, inside) ?? []
  if (from.length === 0 || from.length !== to.length || from.some((label) => label.endsWith('*')))
    return { edits: [{ op: 'renumber', target: [] }] }
  return {
    edits: from.map((label, at) => ({ op: 'renumber', target: [label], where: 'as', anchor: to[at] ?? '' })),
  }
}

function joining(
  { items, isReading }: Clause,
  op: 'merge' | 'split',
  inside: Inside,
  colon: boolean,
): Edits | null {
  const target = labels(
    [...items.object, ...items.with].filter(({ kind }) => kind === 'target'),
    inside.labels,
  )
  if (!target || target.length === 0) return null
  const words = [...items.object, ...items.with].find(({ kind }) => kind === 'words')?.quoted
  if (words !== undefined) return { edits: [{ op, target, text: words }] }
  if (colon) return { edits: [{ op, target }], follows: 'text' }
  return op === 'merge' && !isReading ? { edits: [{ op, target }] } : null
}

function each(items: readonly Item[], edit: (item: Item) => Edit | null): Edits | null {
  const edits = items.map(edit)
  return items.length === 0 || edits.some((one) => one === null) ? null : { edits: edits as Edit[] }
}
