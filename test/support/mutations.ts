/** Damaged documents: lines, bytes and odd characters cut, doubled, swapped and put in, all by a seed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { toAkn } from '../../src/index.js'
import { cases, read } from './fixtures.js'
import type { Format } from './printed.js'

export interface Source {
  name: string
  format: Format
  text: string
}

export interface Mutation {
  source: Source
  /** Bytes where the damage is to bytes. */
  damaged: string | Uint8Array
}

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
/** Real documents are cut to windows of so many lines, so that thousands of them are tried in minutes. */
const windowSize = 60
/** So many real documents at most: each is read once for each of its mutations. */
const mostReal = 240

/** Fixtures, the same as Akoma Ntoso, and windows of real documents where they are beside the project. */
export function sources(): Source[] {
  const found: Source[] = cases().flatMap(({ name, format, input }) =>
    input === undefined ? [] : [{ name, format, text: input }],
  )
  const asAkn = found.map(({ name, format, text }): Source => {
    const { tree } = read(text, format)
    return { name: `${name} as AKN`, format: 'akn', text: toAkn(tree) }
  })
  return [...found, ...asAkn, ...real()]
}

function real(): Source[] {
  const found: Source[] = []
  for (const folder of ['cases', 'wild', 'akn']) {
    if (!existsSync(join(corpus, folder))) continue
    for (const file of readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })) {
      const format = file.endsWith('.md')
        ? 'markdown'
        : file.endsWith('.txt')
          ? 'text'
          : /\.xml$/u.test(file)
            ? 'akn'
            : undefined
      if (format) found.push({ name: join(folder, file), format, text: join(corpus, folder, file) })
    }
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1))
  const step = Math.max(1, Math.floor(found.length / mostReal))
  return found
    .filter((_, index) => index % step === 0)
    .map((source) => ({ ...source, text: readFileSync(source.text, 'utf8') }))
}

/** Characters and marks that tempt a reader, or that a format cannot hold. */
const odd = [
  ...['\u0000', '\u0007', '\u001b', '\u007f', '\u00ad', '\u200b', '\u200f', '\u202e', '\u2028', '\ufeff'],
  ...['\ufffe', '\ud800', '\udc00', '\u00a0', '\t', '\f', '\r', 'ﬁ', '條', '😀', '٣', '२', 'é', '…'],
  ...[
    '[^',
    '[^1]',
    '<sup>',
    '<!--',
    '-->',
    '&',
    '<',
    '|',
    '\\',
    '`',
    '*',
    '_',
    '#',
    '~~~',
    '> ',
    '1. ',
    'i)',
  ],
  ...['2023/2024', '(a) ', ' 4 ', '\n\n', '\n', '___', '“', '”', '«', ';', ':', ' bis '],
]

type Damage =
  | { kind: 'cut' | 'double'; at: number; length: number }
  | { kind: 'swap'; at: number; to: number }
  | { kind: 'odd'; at: number; text: string }
  | { kind: 'drop'; at: number; length: number }
  | { kind: 'truncate'; at: number }

/** Fractions, so that one place fits any text; of numbers fast-check likes the ends best. */
const place = fc.noBias(fc.integer({ min: 0, max: 999_983 })).map((value) => value / 999_984)
const length = fc.integer({ min: 1, max: 4 })
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut' as const, 'double' as const), at: place, length }),
  fc.record({ kind: fc.constant('swap' as const), at: place, to: place }),
  fc.record({ kind: fc.constant('odd' as const), at: place, text: fc.constantFrom(...odd) }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length }),
  fc.record({ kind: fc.constant('truncate' as const), at: place }),
)
const bytes = fc.option(fc.record({ at: place, byte: fc.integer({ min: 0, max: 255 }) }), { freq: 4 })

/** So many damaged documents of these, the same for the same seed. */
export function mutations(from: readonly Source[], seed: number, many: number): Mutation[] {
  const one = fc.record({
    source: fc.constantFrom(...from),
    window: place,
    damages: fc.array(damage, { minLength: 1, maxLength: 4 }),
    bytes,
  })
  return fc.sample(one, { seed, numRuns: many }).map(({ source, window, damages, bytes: byte }) => {
    const text = damages.reduce((kept, each) => hurt(kept, each, source.format), windowOf(source, window))
    return { source, damaged: byte === null ? text : withByte(text, byte.at, byte.byte) }
  })
}

/** Whole where the format has elements that a cut would leave open. */
function windowOf({ text, format }: Source, at: number): string {
  const lines = text.split('\n')
  if (format === 'html' || format === 'akn' || lines.length <= windowSize) return text
  const from = Math.floor(at * (lines.length - windowSize))
  return lines.slice(from, from + windowSize).join('\n')
}

/** In HTML and XML the words between tags are hurt, not the tags: what is text in broken markup is not known. */
function hurt(text: string, damage: Damage, format: Format): string {
  if (format !== 'html' && format !== 'akn') return hurtLines(text, damage)
  const body = format === 'akn' ? text.indexOf('</meta>') : text.indexOf('<body')
  const runs = [...text.matchAll(/>([^<>]*\p{L}{2}[^<>]*)</gu)].filter(({ index }) => index > body)
  const run = runs[Math.floor(damage.at * runs.length)]
  if (!run) return text
  const from = run.index + 1
  const words = run[1] ?? ''
  const harmless = damage.kind === 'odd' ? { ...damage, text: escaped(damage.text) } : damage
  return `${text.slice(0, from)}${hurtWords(words, harmless)}${text.slice(from + words.length)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function hurtWords(words: string, damage: Damage): string {
  const pieces = words.split(/(?<=\s)/u)
  const at = Math.floor(damage.at * 7919) % pieces.length
  switch (damage.kind) {
    case 'cut':
      return pieces.toSpliced(at, damage.length).join('')
    case 'double':
      return pieces.toSpliced(at, 0, ...pieces.slice(at, at + damage.length)).join('')
    case 'swap':
      return pieces.toReversed().join(' ')
    case 'odd':
      return pieces.toSpliced(at, 0, damage.text).join('')
    case 'drop':
    case 'truncate':
      return pieces.slice(0, at + 1).join('')
  }
}

function hurtLines(text: string, damage: Damage): string {
  const lines = text.split('\n')
  const line = Math.floor(damage.at * lines.length)
  const at = Math.floor(damage.at * text.length)
  switch (damage.kind) {
    case 'cut':
      return lines.toSpliced(line, damage.length).join('\n')
    case 'double':
      return lines.toSpliced(line, 0, ...lines.slice(line, line + damage.length)).join('\n')
    case 'swap': {
      const to = Math.floor(damage.to * lines.length)
      return lines
        .with(line, lines[to] ?? '')
        .with(to, lines[line] ?? '')
        .join('\n')
    }
    case 'odd':
      return text.slice(0, at) + damage.text + text.slice(at)
    case 'drop':
      return text.slice(0, at) + text.slice(at + damage.length)
    case 'truncate':
      return text.slice(0, at)
  }
}

/** One byte of the text is another. */
function withByte(text: string, at: number, byte: number): Uint8Array {
  const all = new TextEncoder().encode(text)
  if (all.length > 0) all[Math.floor(at * all.length)] = byte
  return all
}
