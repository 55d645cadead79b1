/** What is wrong with a redline: its XML, and what is read of it when it is accepted or rejected. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { parse } from '../../src/index.js'
import type { AnyNode, Root } from '../../src/model/tree/types.js'
import { type Job, office } from './office.js'
import type { Pair } from './redline-pairs.js'
import { wordFaults } from './word-check.js'
import { comparable, difference } from './word-law.js'

export interface Redline extends Pair {
  result: Uint8Array
}

const tree = async (bytes: Uint8Array, revisions: 'final' | 'original' = 'final') =>
  comparable((await parse(bytes, { name: 'redline.docx', revisions })).tree)

/** Hold a redline to the rules of Word, and its sides to the documents, in plenary's reader. */
export async function readerFaults({ old, new: now, result }: Redline): Promise<string[]> {
  return [
    ...named('invalid', wordFaults(result, old)),
    ...named('rejected', difference(await tree(old), await tree(result, 'original'))),
    ...named('accepted', difference(await tree(now), await tree(result))),
  ]
}

/** What LibreOffice makes of a redline. */
export interface Settled {
  faults: string[]
  /** It makes the same of the document itself, opened and saved without a redline. */
  own: boolean
}

/** Have LibreOffice accept and reject redlines; what it saves is held to the documents. */
export async function settle(python: string, redlines: readonly Redline[]): Promise<Settled[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-office-'))
  let count = 0
  const job = (bytes: Uint8Array, what: Job['do']): Job => {
    const file = join(folder, String(count++))
    writeFileSync(`${file}.docx`, withoutComments(bytes))
    return { in: `${file}.docx`, out: `${file}.out.docx`, do: what }
  }
  const saved = async (jobs: readonly Job[]): Promise<(Root | string)[]> => {
    const results = jobs.length > 0 ? await office(python, jobs) : []
    return Promise.all(jobs.map(async ({ out }, at) => results[at]?.error ?? (await tree(readFileSync(out)))))
  }
  try {
    const sides = redlines.flatMap(({ old, new: now, result }) => [
      { what: 'accept' as const, result, expected: now },
      { what: 'reject' as const, result, expected: old },
    ])
    const found = await saved(sides.map(({ what, result }) => job(result, what)))
    const faults = await Promise.all(
      sides.map(async ({ what, expected }, at) =>
        named(`${what}ed by LibreOffice`, differs(await tree(expected), found[at] ?? '')),
      ),
    )
    const failing = sides.flatMap(({ expected }, at) => (faults[at]?.length ? [{ at, expected }] : []))
    const kept = await saved(failing.map(({ expected }) => job(expected, 'keep')))
    const strange = new Set(
      failing.flatMap(({ at }, index) => {
        const own = kept[index]
        return typeof own === 'object' && differs(own, found[at] ?? '').length === 0 ? [] : [at]
      }),
    )
    return redlines.map((_, at) => ({
      faults: [2 * at, 2 * at + 1].flatMap((side) => faults[side] ?? []),
      own: !strange.has(2 * at) && !strange.has(2 * at + 1),
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function differs(expected: Root, found: Root | string): string[] {
  return typeof found === 'string' ? [found] : difference(unlabelled(expected), unlabelled(found))
}

/** LibreOffice writes the typed mark of a note twice before its text when it saves: no mark is compared there. */
function unlabelled(tree: Root): Root {
  const copy = structuredClone(tree)
  for (const node of copy.children) {
    if (node.type !== 'footnoteDefinition') continue
    const label = (node.label ?? node.identifier).replace(/-\d+$/u, '')
    let first: AnyNode | undefined = node
    while (first && 'children' in first) first = (first.children as AnyNode[])[0]
    if (first?.type === 'text' && 'value' in first && typeof first.value === 'string')
      while (first.value.startsWith(label)) first.value = first.value.slice(label.length)
  }
  return copy
}

function named(what: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${what}: ${fault}`)
}

/**
 * LibreOffice without a user interface has no window to show a comment in, and falls over the first one.
 * Comments are no part of what is compared.
 */
function withoutComments(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes)
  const name = 'word/document.xml'
  const xml = strFromU8(entries[name] as Uint8Array)
  if (!xml.includes('<w:comment')) return bytes
  const bare = xml.replace(/<w:comment(?:RangeStart|RangeEnd|Reference)\s[^>]*\/>/gu, '')
  return zipSync({ ...entries, [name]: strToU8(bare) })
}
