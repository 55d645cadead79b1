/** Fixture folders: `fixtures/<stage>/<format>/<case>/` with an input and what is expected of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { VFileMessage } from 'vfile-message'
import { assemble } from '../../src/assemble/index.js'
import { fromAkn as aknBlocks } from '../../src/formats/akn/read/from-akn.js'
import { fromHtml as htmlBlocks } from '../../src/formats/html/from-html.js'
import { textReaders } from '../../src/formats/index.js'
import { fromMarkdown, fromText } from '../../src/index.js'
import { fallbackLanguage } from '../../src/language/fallback.js'
import { load } from '../../src/language/load.js'
import { Openings } from '../../src/language/openings.js'
import type { Block, Source } from '../../src/model/block.js'
import type { Root } from '../../src/model/tree/types.js'
import { fromAkn } from './akn.js'
import { blockLines } from './block-lines.js'
import { fromHtml } from './html.js'
import type { Format } from './printed.js'
import { treeLines } from './tree-lines.js'

export const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures')
const inputs: Record<Format, string> = {
  markdown: 'input.md',
  text: 'input.txt',
  html: 'input.html',
  akn: 'input.xml',
}
const parsers = { markdown: fromMarkdown, text: fromText, html: fromHtml, akn: fromAkn }
const readers: Record<Format, (input: string) => Source> = {
  ...textReaders,
  html: htmlBlocks,
  akn: (input) => aknBlocks(input, { name: 'the text' }),
}
export type Expectation = 'blocks.txt' | 'tree.txt' | 'messages.txt' | 'tree.json'

/** What a folder of a stage holds beside its input; the readable files first: their difference says what went wrong. */
export function expectations(name: string): readonly Expectation[] {
  const whole = ['tree.txt', 'messages.txt', 'tree.json'] as const
  return /^(?:read|assemble)\//u.test(name) ? ['blocks.txt', ...whole] : whole
}

export interface Case {
  /** `parse/markdown/clean-adopted`. */
  name: string
  path: string
  format: Format
  /** Absent where the folder holds expectations and no input: an orphan. */
  input: string | undefined
  /** Files of the folder that are neither input nor expectation. */
  strangers: string[]
}

/** Every case folder: three deep, and holding files. */
export function cases(): Case[] {
  const found: Case[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    const [, format, one] = name.split('/')
    if (one === undefined || !isFormat(format)) continue
    const files = readdirSync(path)
    const file = join(path, inputs[format])
    found.push({
      name,
      path,
      format,
      input: existsSync(file) ? readFileSync(file, 'utf8') : undefined,
      strangers: files.filter(
        (one) => one !== inputs[format] && !(expectations(name) as readonly string[]).includes(one),
      ),
    })
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function isFormat(name: string | undefined): name is Format {
  return name !== undefined && name in inputs
}

/** Parse an input of any format. */
export function read(input: string, format: Format): { tree: Root; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  return { tree: parsers[format](input, { messages }), messages }
}

/** What the parser makes of an input now, as the files' text. */
export function actual(
  input: string,
  format: Format,
  name: string,
): Record<Expectation, string> & { tree: Root } {
  const { tree, messages } = read(input, format)
  return {
    tree,
    'blocks.txt': blockLines(blocksOf(input, format, name, tree)),
    'tree.json': treeJson(tree),
    'tree.txt': treeLines(tree),
    'messages.txt': messages.map((message) => `${messageLine(message)}\n`).join(''),
  }
}

/** The blocks that the stage of a case gives. */
function blocksOf(input: string, format: Format, name: string, { language }: Root): Block[] {
  const { blocks, knowsNotes = false } = readers[format](input)
  if (name.startsWith('read/')) return blocks
  const openings = new Openings(load(language ?? fallbackLanguage))
  return assemble(blocks, { openings, messages: [], knowsNotes })
}

/** The tree as JSON, each position on one line. */
function treeJson(tree: Root): string {
  const json = JSON.stringify(tree, null, 1)
  const point = String.raw`\{\s*"line": (\d+),\s*"column": (\d+),\s*"offset": (\d+)\s*\}`
  const position = new RegExp(String.raw`\{\s*"start": ${point},\s*"end": ${point}\s*\}`, 'gu')
  const points =
    '{"start": {"line": $1, "column": $2, "offset": $3}, "end": {"line": $4, "column": $5, "offset": $6}}'
  return `${json.replace(position, points)}\n`
}

function messageLine({ place, fatal, ruleId, reason }: VFileMessage): string {
  const start = place === undefined ? undefined : 'start' in place ? place.start : place
  const severity = fatal === undefined || fatal === null ? 'info' : 'warning'
  return `${start ? `${start.line}:${start.column}` : '-'} ${severity} ${ruleId}: ${reason}`
}
