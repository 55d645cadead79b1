/** How well a comparison found what was done, as counts that add up over documents. */
import { type Change, type Diff, flatten } from '../../src/model/change.js'
import type { Pair } from './generate.js'
import { type Kept, type Piece, replay } from './replay.js'

/** Right, found too much, and missed. */
export interface Tally {
  right: number
  wrong: number
  missed: number
}

export interface Score {
  documents: number
  perfect: number
  links: Tally
  moves: Tally
  splits: Tally
  merges: Tally
  verbs: Tally
  /** Groups of rows told to be what they are. */
  kinds: Tally
  renumbered: Tally
  changedWords: number
  leastWords: number
  hunks: number
  leastHunks: number
  cutWords: number
}

export function noScore(): Score {
  const tally = () => ({ right: 0, wrong: 0, missed: 0 })
  return {
    documents: 0,
    perfect: 0,
    links: tally(),
    moves: tally(),
    splits: tally(),
    merges: tally(),
    verbs: tally(),
    kinds: tally(),
    renumbered: tally(),
    changedWords: 0,
    leastWords: 0,
    hunks: 0,
    leastHunks: 0,
    cutWords: 0,
  }
}

/** Balance of what is right among what was found and among what was there, 0–1; 1 if there was nothing. */
export function f1({ right, wrong, missed }: Tally): number {
  const all = 2 * right + wrong + missed
  return all === 0 ? 1 : (2 * right) / all
}

/** What a comparison says, as keys that can be compared with the truth. */
interface Findings {
  links: string[]
  moves: string[]
  splits: string[]
  merges: string[]
  verbs: string[]
  kinds: string[]
  /** Old row and new row of pairs, with true or false. */
  renumbered: string[]
}

export function findingsOfTruth({ truth }: Pair): Findings {
  const key = ({ old, new: now }: { old: number[]; new: number[] }) => `${old.join('+')}>${now.join('+')}`
  const { groups } = truth
  const paired = groups.filter(({ old, new: now }) => old.length === 1 && now.length === 1)
  return {
    links: groups.flatMap(({ old, new: now }) => old.flatMap((a) => now.map((b) => `${a}>${b}`))),
    moves: groups.filter(({ moved }) => moved).map(key),
    splits: groups.filter(({ kind }) => kind === 'split').map(key),
    merges: groups.filter(({ kind }) => kind === 'merged').map(key),
    verbs: truth.verbs.map((verb) => `${verb.old}>${verb.new}: ${verb.from}>${verb.to}`),
    kinds: groups.map((group) => `${group.kind} ${key(group)}`),
    renumbered: paired.map((group) => `${key(group)} ${group.renumbered}`),
  }
}

const enumerators = /^(?:also|further) /u

function findingsOf(changes: readonly Change[]): Findings {
  const key = ({ oldRows, newRows }: Change) => `${oldRows.join('+')}>${newRows.join('+')}`
  const paired = changes.filter(({ oldRows, newRows }) => oldRows.length === 1 && newRows.length === 1)
  const bare = (phrase: string | null) => (phrase ?? '').toLowerCase().replace(enumerators, '')
  return {
    links: changes.flatMap(({ oldRows, newRows }) => oldRows.flatMap((a) => newRows.map((b) => `${a}>${b}`))),
    moves: changes.filter(({ moved }) => moved).map(key),
    splits: changes.filter(({ kind }) => kind === 'split').map(key),
    merges: changes.filter(({ kind }) => kind === 'merged').map(key),
    verbs: paired.flatMap((change) =>
      change.phrases
        .filter(({ lead, shift }) => lead && shift !== 'enumerator')
        .map((phrase) => `${key(change)}: ${bare(phrase.old)}>${bare(phrase.new)}`),
    ),
    kinds: changes.map((change) => `${change.kind} ${key(change)}`),
    renumbered: paired.map((change) => `${key(change)} ${change.renumbered}`),
  }
}

function compare(found: readonly string[], true_: readonly string[]): Tally {
  const there = new Set(true_)
  const right = found.filter((one) => there.has(one)).length
  return { right, wrong: found.length - right, missed: true_.length - right }
}

function add(score: Score, found: Findings, pair: Pair, kept: Kept): void {
  const truth = findingsOfTruth(pair)
  for (const name of Object.keys(truth) as (keyof Findings)[]) {
    const tally = compare(found[name], truth[name])
    score[name].right += tally.right
    score[name].wrong += tally.wrong
    score[name].missed += tally.missed
    if (name === 'links' && tally.wrong + tally.missed === 0) score.perfect++
  }
  score.documents++
  score.changedWords += kept.changedWords
  score.leastWords += pair.truth.changedWords
  score.hunks += kept.hunks
  score.leastHunks += pair.truth.hunks
  score.cutWords += kept.cutWords
}

/** Add a comparison of trees; the rows of the trees are those of the pair. */
export function scoreDiff(score: Score, pair: Pair, diff: Diff): Findings {
  const changes = flatten(diff.changes)
  const pieces: Piece[] = changes.map(({ oldRows, newRows, edits }) => ({
    old: oldRows,
    new: newRows,
    edits,
  }))
  const found = findingsOf(changes)
  add(score, found, pair, replay(pair.old.rows, pair.new.rows, pieces, false))
  return found
}

/**
 * A row is linked to another if so much of the shorter one was kept in both.
 *
 * 0.3 serves the peers best: 0.15, 0.45 and 0.6 cost them up to 0.03 of link F1.
 */
const linked = 0.3

/**
 * Add a comparison of lines.
 *
 * It names neither moves nor splits, merges and numbers; of the verbs it is
 * credited with each that differs between two rows that it links.
 */
export function scoreEdits(score: Score, pair: Pair, edits: Piece['edits']): void {
  const all = (rows: readonly unknown[]) => rows.map((_, at) => at)
  const piece = { old: all(pair.old.rows), new: all(pair.new.rows), edits }
  const kept = replay(pair.old.rows, pair.new.rows, [piece], true)
  const links = kept.links.filter(({ share }) => share >= linked)
  const verb = (side: 'old' | 'new', at: number) =>
    pair[side].rows[at]?.paragraph.lead.map(({ text }) => text.toLowerCase()).join(' ') ?? ''
  const verbs = links.flatMap(({ old, new: now }) => {
    const [from, to] = [verb('old', old), verb('new', now)]
    return from === to ? [] : [`${old}>${now}: ${from}>${to}`]
  })
  const none: string[] = []
  const found = { moves: none, splits: none, merges: none, kinds: none, renumbered: none, verbs }
  add(score, { ...found, links: links.map(({ old, new: now }) => `${old}>${now}`) }, pair, kept)
}
