/** Sentences of amending documents in a language: what an instruction says, from the forms of its file. */
import type { Instruction } from '../model/amendment.js'
import { readGrammar } from './files.js'
import type { AmendmentSentences } from './records/amendments.js'

/** What a sentence says: one instruction, or several edits of words in the same paragraphs. */
export type Sayable = Pick<Instruction, 'op' | 'target' | 'where' | 'anchor' | 'old' | 'new' | 'text'>

export interface Sentences {
  /** The whole sentence, its colon or full stop included. */
  sentence(edits: readonly Sayable[]): string
  /** The line that names the sponsors and the draft, with `{sponsors}` where they are. */
  heading(what: { sponsored: boolean; many: boolean; kind: string; symbol: string }): string
  list(names: readonly string[]): string
}

/** Load the sentences of a language; null where it has none. */
export function loadSentences(language: string): Sentences | null {
  const { amendments, ordinals, tens } = readGrammar(language)
  return amendments?.sentences
    ? sentencesOf(amendments.sentences, amendments.quotes[0], ordinals, tens)
    : null
}

/** A label of the outline: part, number with what is behind it, letters. */
const parts = /^(?<part>PP|OP)(?<number>\d+\p{L}*\d*)(?<letters>(?:\([^)]*\))*)$/u

function sentencesOf(
  words: AmendmentSentences,
  quote: readonly [open: string, close: string] | undefined,
  ordinals: Record<string, number>,
  tens: Record<string, number>,
): Sentences {
  const [open = '“', close = '”'] = quote ?? []
  const quoted = (text = '') => `${open}${text}${close}`
  const list = (items: readonly string[]) => {
    const last = items.at(-1) ?? ''
    return items.length < 2 ? last : `${items.slice(0, -1).join(words.comma)}${words.and}${last}`
  }
  const names = new Map(Object.entries(ordinals).map(([word, value]) => [value, word]))
  const tensOf = new Map(Object.entries(tens).map(([word, value]) => [value, word]))
  const ordinal = (value: number): string | undefined => {
    const word = tensOf.get(value - (value % 10))
    const unit = names.get(value % 10)
    return names.get(value) ?? (word && unit ? `${word}-${unit}` : undefined)
  }
  /** Paragraphs of one part, one after the other in the list. */
  const group = (part: string, labels: readonly Record<string, string>[]): string => {
    const form = part === 'PP' ? words.preambular : words.operative
    const inWords = labels.map(({ number = '', letters = '' }) =>
      letters === '' && /^\d+$/u.test(number) ? ordinal(Number(number)) : undefined,
    )
    const isWords = part === 'PP' && inWords.every((one) => one !== undefined)
    const items = isWords
      ? (inWords as string[])
      : labels.map(({ number = '', letters = '' }) =>
          [number.replace(/(?<=\d)(?=\p{L})/u, ' '), letters].filter((piece) => piece !== '').join(' '),
        )
    const { one, many } = isWords ? form.ordinals : form.numbers
    return (items.length === 1 ? one : many).replace('{list}', list(items))
  }
  const named = (labels: readonly string[]): string => {
    const groups: string[] = []
    for (let at = 0; at < labels.length; ) {
      const label = labels[at] ?? ''
      const first = parts.exec(label)?.groups
      if (!first) {
        groups.push(words.whole[label] ?? label)
        at++
        continue
      }
      const run = [first as Record<string, string>]
      for (at++; at < labels.length; at++) {
        const next = parts.exec(labels[at] ?? '')?.groups
        if (next?.part !== first.part) break
        run.push(next as Record<string, string>)
      }
      groups.push(group(first.part ?? '', run))
    }
    return list(groups)
  }
  const form = ({ op, where, text, target }: Sayable): string => {
    const count = countOf(text)
    const some = count > 1 ? (words.counts[count - 2] === undefined ? 'any' : 'many') : 'one'
    const key = [op, where, text ? some : undefined, op === 'move' && target.length > 1 ? 'many' : undefined]
    return words.forms[key.filter((part) => part !== undefined).join(' ')] ?? ''
  }
  const filled = (edit: Sayable): string => {
    const { op, target, anchor, old, new: put, text } = edit
    const isPlace = op === 'insert' || op === 'move'
    const part = words.parts[kindOf(anchor ?? target[0] ?? '')] ?? ''
    const values: Record<string, string> = {
      target: named(target),
      anchor: isPlace ? named([anchor ?? '']) : quoted(anchor),
      old: quoted(old),
      new: quoted(put),
      count: words.counts[countOf(text) - 2] ?? '',
      part,
    }
    return form(edit).replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
  }
  return {
    list,
    heading: ({ sponsored, many, kind, symbol }) => {
      const key = sponsored ? (many ? 'many' : 'one') : many ? 'nobodyMany' : 'nobody'
      const what = words.drafts[kind] ?? words.drafts.draft
      return words.heading[key].replace('{what}', what).replace('{symbol}', symbol).trim()
    },
    sentence: (edits) => {
      const [first] = edits
      if (!first?.op.endsWith('-words')) return capital(edits.map(filled).join(''))
      const inside = words.inside
        .replace('{target}', named(first.target))
        .replace('{edits}', list(edits.map(filled)))
      return capital(inside)
    },
  }
}

/** How many paragraphs a text has: those with a letter are inside of the one before them. */
function countOf(text: Sayable['text'] = []): number {
  return text.filter(({ label }, at) => at === 0 || label === null).length
}

/** Which word names a paragraph of this label. */
function kindOf(label: string): 'preambular' | 'operative' | 'subparagraph' {
  if (label.includes('(')) return 'subparagraph'
  return label.startsWith('PP') ? 'preambular' : 'operative'
}

function capital(sentence: string): string {
  return sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
