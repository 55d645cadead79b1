/**
 * The phrases of a command → what it asks for, edit by edit.
 *
 *     In operative paragraph 4, replace “0” with “1”, and, after “2”, insert “3”.
 *     ╰ in ╯╰──── target ─────╯ ╰verb─╯   ╰with╯     ╰after╯     ╰verb╯
 *
 * A clause has one verb. What is before a verb, behind a clause that has all that its own verb needs, belongs to it.
 */
import type { Token } from './amending.js'
import type { Asked, Clause, Item } from './amending-clause.js'
import { editsOf } from './amending-edits.js'

/**
 * Read one sentence from its first token on.
 *
 * Given the tokens of a text from the sentence on, whose text may go on behind them with what is none, what the
 * sentences before it are about, and the length of the text. Gives null where the sentence is no command.
 */
export function askedOf(tokens: readonly Token[], about: readonly string[], length: number): Asked | null {
  const { parts, end, colon, isWhole } = sentenceOf(tokens, length)
  if (parts.length === 0 || !isWhole) return null
  const clauses = clausesOf(parts)
  if (!clauses) return null
  const awaits = parts.at(-1)?.role === 'awaits'
  const [first] = clauses
  if (first && clauses.length === 1 && !first.verb && first.items.in.concat(first.items.object).length > 0) {
    const target = first.items.in.concat(first.items.object)
    const isTarget = target.every(({ kind, isNew }) => (kind === 'target' && !isNew) || kind === 'part')
    const labels = target.flatMap((one) => one.labels ?? [])
    const others = Object.entries(first.items).some(
      ([role, items]) => role !== 'in' && role !== 'object' && items.length > 0,
    )
    if (isTarget && !others && !first.isReading && !first.edge)
      return labels.length === 0 ? null : { edits: [], about: labels, end }
  }
  if (awaits && colon) return { edits: [], awaits: true, end }
  // A new paragraph that is named on a line of its own.
  const isTitle =
    end === length && clauses.length === 1 && !first?.verb && first?.items.object.some(({ isNew }) => isNew)
  const asked = editsOf(clauses, about, colon || isTitle === true)
  if (!asked || first?.verb !== 'change' || asked.follows !== 'text') return asked && { ...asked, end }
  // "Amend operative paragraph 3 as follows:" what follows may be edits of it.
  const named = asked.edits.flatMap(({ target }) => target)
  const behind = tokens.filter((token) => token.start >= end)
  const inside = behind.length === 0 ? null : askedOf(behind, named, length)
  return inside && inside.edits.length > 0 ? inside : { ...asked, about: named, end }
}

/** The tokens of a sentence, and where it ends: at its stop, at a colon before a text, or with the text. */
function sentenceOf(tokens: readonly Token[], length: number) {
  const parts: Token[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.role === 'stop') return { parts, end: token.end, colon: false, isWhole: true }
    if (token.role === 'colon') {
      const next = tokens[at + 1]
      const isWords = next?.role === 'words' && takesWords(parts)
      const goesOn = next !== undefined && (isWords || (next.role !== 'words' && isHeading(parts)))
      if (!goesOn) return { parts, end: token.end, colon: true, isWhole: true }
    } else parts.push(token)
  }
  return { parts, end: length, colon: false, isWhole: tokens.at(-1)?.end === length }
}

/** Where words are put, and paragraphs seldom. */
const wordPlaces: ReadonlySet<string> = new Set(['start', 'end', 'in', 'to'])

/** Quoted words behind a colon are words that are edited, and no paragraph that is given. */
function takesWords(parts: readonly Token[]): boolean {
  const isNew = parts.some(({ role }) => role === 'new' || role === 'newLetters')
  return (
    parts.at(-1)?.role === 'awaits' ||
    isHeading(parts) ||
    (!isNew &&
      parts.some(
        ({ role, relation = '' }) => role === 'words' || role === 'part' || wordPlaces.has(relation),
      ))
  )
}

/** Names the paragraphs that are to be edited, and asks for nothing yet. */
function isHeading(parts: readonly Token[]): boolean {
  return parts.every(
    ({ role }) => role === 'target' || role === 'relation' || role === 'part' || role === 'joint',
  )
}

/** Cut the tokens of a sentence into clauses; null where a verb lacks what it needs. */
function clausesOf(parts: readonly Token[]): Clause[] | null {
  const clauses: Clause[] = []
  let current: Token[] = []
  /** Segments behind a clause that has all it needs. */
  let carried: Token[][] | undefined
  for (const token of parts) {
    if (token.role === 'joint') {
      if (carried) carried.push([])
      else if (isComplete(current)) carried = [[]]
      else current.push(token)
      continue
    }
    const verb = verbOf(current)
    if (token.role === 'verb' && verb) {
      // "Amend operative paragraph 3 by deleting “0”": the second verb says what is done.
      if (verb === 'change' && !carried && !current.some(({ role }) => role === 'reading')) {
        current = [...current.filter(({ role }) => role !== 'verb'), comma, token]
        continue
      }
      // "Move OP6 to become OP2": the second says where to.
      if (verb === 'move' && token.verb === 'become' && !carried) {
        current.push({ role: 'relation', relation: 'as', start: token.start, end: token.end })
        continue
      }
      if (!carried) return null
      const segments = carried.filter((segment) => segment.length > 0)
      const own = token.passive
        ? trailing(segments, isSubject)
        : trailing(segments, (one) => !isObject(one[0]))
      const closed = closeClause(current, segments.slice(0, segments.length - own.length), clauses)
      if (!closed) return null
      current = [...own.flatMap((segment) => [...segment, comma]), token]
      carried = undefined
    } else if (carried) carried.at(-1)?.push(token)
    else current.push(token)
  }
  const rest = (carried ?? []).filter((segment) => segment.length > 0)
  return closeClause(current, rest, clauses) ? clauses : null
}

const comma: Token = { role: 'joint', start: 0, end: 0 }

/** A clause is over: segments behind it that have an object of their own, and what is done with it, have its verb. */
function closeClause(current: readonly Token[], segments: readonly Token[][], clauses: Clause[]): boolean {
  const verb = current.find(({ role }) => role === 'verb')
  let tokens = [...current]
  for (const segment of segments) {
    if (
      verb &&
      isObject(segment[0]) &&
      segment.length > 1 &&
      segment.some(({ role }) => role === 'relation')
    ) {
      const whole = clauseOf(tokens)
      if (!whole) return false
      clauses.push(whole)
      tokens = verb.passive ? [...segment, verb] : [verb, ...segment]
    } else tokens.push(comma, ...segment)
  }
  const whole = clauseOf(tokens)
  if (whole) clauses.push(whole)
  return whole !== null
}

/** The last segments that all are of a kind. */
function trailing(segments: readonly Token[][], is: (segment: readonly Token[]) => boolean): Token[][] {
  const other = segments.findLastIndex((segment) => !is(segment))
  return segments.slice(other + 1)
}

function isObject(token: Token | undefined): boolean {
  return token?.role === 'words' || token?.role === 'part' || token?.role === 'note'
}

/** What a verb that is behind it is done to: with nothing that is done with it. */
function isSubject(segment: readonly Token[]): boolean {
  return !segment.some(({ relation }) => relation === 'with' || relation === 'for')
}

function verbOf(tokens: readonly Token[]): Token['verb'] {
  return tokens.find(({ role }) => role === 'verb')?.verb
}

/** A clause has all that its verb needs. */
function isComplete(tokens: readonly Token[]): boolean {
  const clause = clauseOf(tokens)
  if (!clause?.verb) return false
  const { items, verb, isRest, edge } = clause
  const object = items.object.length > 0
  if (verb === 'swap') return (object || items.in.length > 0 || isRest === true) && items.with.length > 0
  if (verb === 'substitute')
    return (
      object &&
      (items.for.length > 0 || items.object.some(({ kind }) => kind === 'new' || kind === 'following'))
    )
  if (verb === 'move')
    return object && (edge !== undefined || [...items.after, ...items.before, ...items.as].length > 0)
  if (verb === 'become') return items.object.length + items.in.length > 1
  if (verb === 'cut') return object || (isRest === true && items.rest.length > 0)
  if (verb === 'renumber') return true
  return object || items.as.length > 0
}

/** The parts of a clause by what they are to its verb; null where two verbs are in it. */
function clauseOf(tokens: readonly Token[]): Clause | null {
  const clause: Clause = {
    verb: undefined,
    items: {
      object: [],
      in: [],
      after: [],
      before: [],
      between: [],
      with: [],
      for: [],
      to: [],
      as: [],
      start: [],
      end: [],
      rest: [],
    },
  }
  let relation: keyof Clause['items'] = 'object'
  let isNew = false
  const put = (item: Item) => {
    clause.items[relation].push(item)
    // Between two: what is behind "and" is the other.
    if (relation !== 'between' || clause.items.between.length > 1) relation = 'object'
  }
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    switch (token.role) {
      case 'verb':
        if (clause.verb) return null
        clause.verb = token.verb
        // What is before a verb that is done to something behind it is where it is done.
        if (!token.passive) moveTo(clause, 'in')
        relation = 'object'
        break
      case 'relation':
        if (token.relation === 'start' || token.relation === 'end') clause.edge = token.relation
        else {
          if (token.relation === 'rest') clause.isRest = true
          relation = token.relation ?? 'object'
        }
        break
      case 'new': {
        const last = tokens[at - 1]
        const before = last?.role === 'target' ? lastOf(clause) : undefined
        if (next?.role === 'target') isNew = true
        else if (before && clause.items.object.length + clause.items.in.length > 0 && !clause.verb)
          before.isNew = true
        else put({ kind: 'new' })
        break
      }
      case 'target':
        put({ kind: 'target', labels: token.labels ?? [], ...(isNew ? { isNew: true as const } : {}) })
        isNew = false
        break
      case 'words':
        // "“0” and “1” with “2” and “3”".
        if (relation === 'object' && isShort(clause)) relation = 'with'
        put(wordsOf(token))
        break
      case 'part':
        put({ kind: 'part', ...(token.count === undefined ? {} : { count: token.count }) })
        break
      case 'note':
        put({ kind: 'note' })
        break
      case 'reading':
        clause.isReading = true
        break
      case 'newLetters':
        put({ kind: 'newLetters' })
        break
      case 'following':
        if (next?.role !== 'words') put({ kind: 'following' })
        break
      case 'mutual':
        clause.isMutual = true
        break
      case 'quotes':
        clause.isQuoted = true
        break
      case 'everywhere':
        clause.isAll = true
        break
      case 'occurrence':
        if (token.count !== undefined) clause.occurrence = token.count
        break
      default:
    }
  }
  settleTo(clause)
  return clause
}

/** Fewer words are put than go. */
function isShort({ items }: Clause): boolean {
  return items.with.length > 0 && items.with.length < items.object.length
}

function wordsOf({ quoted, quotedEnd, toEnd }: Token): Item {
  return {
    kind: 'words',
    ...(quoted === undefined ? {} : { quoted }),
    ...(quotedEnd === undefined ? {} : { quotedEnd }),
    ...(toEnd ? { toEnd } : {}),
  }
}

/** What "to" is to the verb. */
function settleTo(clause: Clause): void {
  const { verb, items } = clause
  if (items.to.length === 0) return
  // What is added to a paragraph is added at its end.
  if (verb === 'put') clause.edge ??= 'end'
  const role = verb === 'change' ? 'with' : verb === 'move' || verb === 'renumber' ? 'as' : 'in'
  items[role].push(...items.to.splice(0))
}

function lastOf({ items }: Clause): Item | undefined {
  return items.object.at(-1) ?? items.in.at(-1)
}

function moveTo({ items }: Clause, to: 'in'): void {
  items[to].push(...items.object.splice(0))
}
