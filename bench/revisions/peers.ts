/** What one would use instead: tools that compare two texts as they are, without knowing what a paragraph is. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffLines, diffWordsWithSpace } from 'diff'
import { diffCleanupSemantic, diff as diffMatchPatch } from 'diff-match-patch-es'
import { diff as fastMyers } from 'fast-myers-diff'
import type { Edit } from '../../src/model/change.js'

export interface Peer {
  name: string
  /** Compare two texts, lines for paragraphs. */
  run: (old: string, now: string) => Edit[]
  /** Tell whether it is there. */
  present: () => boolean
}

const always = () => true

function fromParts(parts: readonly { added: boolean; removed: boolean; value: string }[]): Edit[] {
  return parts.map(({ added, removed, value }) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value,
  }))
}

function words(old: string, now: string): Edit[] {
  return fromParts(diffWordsWithSpace(old, now))
}

function linesThenWords(old: string, now: string): Edit[] {
  const parts = fromParts(diffLines(old, now))
  const result: Edit[] = []
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at] as Edit, parts[at + 1]]
    if (part.op === 'delete' && next?.op === 'insert') {
      result.push(...words(part.text, next.text))
      at++
    } else result.push(part)
  }
  return result
}

function myers(old: string, now: string): Edit[] {
  const tokens = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const [a, b] = [tokens(old), tokens(now)]
  const result: Edit[] = []
  const add = (op: Edit['op'], list: readonly string[]) => {
    if (list.length > 0) result.push({ op, text: list.join('') })
  }
  let last = 0
  for (const [fromOld, toOld, fromNew, toNew] of fastMyers(a, b)) {
    add('equal', a.slice(last, fromOld))
    add('delete', a.slice(fromOld, toOld))
    add('insert', b.slice(fromNew, toNew))
    last = toOld
  }
  add('equal', a.slice(last))
  return result
}

function matchPatch(old: string, now: string): Edit[] {
  const script = diffMatchPatch(old, now, { diffTimeout: 0 })
  diffCleanupSemantic(script)
  return script.map(([op, text]) => ({ op: op === 0 ? 'equal' : op < 0 ? 'delete' : 'insert', text }))
}

/** Run a command on two files, and read its output. */
function command(name: string, args: readonly string[], old: string, now: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  try {
    const files = [join(folder, 'old.txt'), join(folder, 'new.txt')]
    writeFileSync(files[0] as string, old)
    writeFileSync(files[1] as string, now)
    const run = spawnSync(name, [...args, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
    // Both commands say by 1 that the files differ.
    if (run.status !== 0 && run.status !== 1) throw new Error(`${name}: ${run.stderr}`)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const marks = { cut: '\u0001', cutEnd: '\u0002', added: '\u0003', addedEnd: '\u0004' }

function wdiff(old: string, now: string): Edit[] {
  const out = command(
    'wdiff',
    ['-w', marks.cut, '-x', marks.cutEnd, '-y', marks.added, '-z', marks.addedEnd],
    old,
    now,
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the marks asked for
  return [...out.matchAll(/\u0001([^\u0002]*)\u0002|\u0003([^\u0004]*)\u0004|([^\u0001\u0003]+)/gu)].map(
    ([, cut, added, equal]): Edit => {
      if (cut !== undefined) return { op: 'delete', text: cut }
      return added === undefined ? { op: 'equal', text: equal ?? '' } : { op: 'insert', text: added }
    },
  )
}

function gitWords(old: string, now: string): Edit[] {
  const out = command(
    'git',
    ['diff', '--no-index', '--word-diff=porcelain', '-U1000000', '--no-color'],
    old,
    now,
  )
  if (out === '') return [{ op: 'equal', text: old }]
  const body = out.slice(out.indexOf('\n@@') + 1)
  const ops = { ' ': 'equal', '-': 'delete', '+': 'insert' } as const
  return body
    .split('\n')
    .slice(1)
    .flatMap((line): Edit[] => {
      const op = ops[line.charAt(0) as ' ' | '-' | '+']
      return op ? [{ op, text: line.slice(1) }] : []
    })
}

function installed(name: string): () => boolean {
  return () => spawnSync(name, ['--version']).status === 0
}

export const peers: readonly Peer[] = [
  { name: 'jsdiff, words', run: words, present: always },
  { name: 'jsdiff, lines then words', run: linesThenWords, present: always },
  { name: 'fast-myers-diff, words', run: myers, present: always },
  { name: 'diff-match-patch-es, semantic', run: matchPatch, present: always },
  { name: 'wdiff', run: wdiff, present: installed('wdiff') },
  { name: 'git diff --word-diff', run: gitWords, present: installed('git') },
]
