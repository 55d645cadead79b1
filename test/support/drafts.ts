/** Small trees for comparing: a draft is written as lines, `PP`, `1.`, `(a)` and `#` telling what each is. */

import * as build from '../../src/model/tree/build.js'
import type { ParagraphContent, Resolution, Root } from '../../src/model/tree/types.js'

/** The verbs that drafts of these tests open with. */
const verbs: Record<string, { verb: string; force: number; stance: string; qualifier?: string }> = {
  Recalling: { verb: 'recall', force: 0, stance: 'neutral' },
  Recognizing: { verb: 'recognize', force: 0, stance: 'neutral' },
  Noting: { verb: 'note', force: 0, stance: 'neutral' },
  Welcoming: { verb: 'welcome', force: 0, stance: 'approval' },
  Recognizes: { verb: 'recognize', force: 0, stance: 'neutral' },
  Notes: { verb: 'note', force: 0, stance: 'neutral' },
  'Notes with concern': { verb: 'note', force: 0, stance: 'concern', qualifier: 'with concern' },
  Welcomes: { verb: 'welcome', force: 0, stance: 'approval' },
  Deplores: { verb: 'deplore', force: 0, stance: 'disapproval' },
  Condemns: { verb: 'condemn', force: 0, stance: 'disapproval' },
  Encourages: { verb: 'encourage', force: 1, stance: 'neutral' },
  Invites: { verb: 'invite', force: 1, stance: 'neutral' },
  Requests: { verb: 'request', force: 2, stance: 'neutral' },
  'Calls upon': { verb: 'call-upon', force: 3, stance: 'neutral' },
  Urges: { verb: 'urge', force: 4, stance: 'neutral' },
  Decides: { verb: 'decide', force: 6, stance: 'neutral' },
}
const known = Object.keys(verbs).sort((a, b) => b.length - a.length)
const opener = new RegExp(
  `^(?:(Also|Further) )?(?:(Strongly) )?(${known.join('|')})(?: (also|further))?(?= )`,
  'iu',
)
const laterOpener = new RegExp(`(?<=, and )(?:(also|further) )?(${known.join('|')})(?= )`, 'giu')

interface Front {
  symbol?: string
  title?: string
  sponsors?: readonly string[]
  notes?: Readonly<Record<string, string>>
}

/**
 * Build a tree from lines.
 *
 * `PP …` is a preambular paragraph, `3. …` an operative one, `(a) …` a
 * sub-paragraph of the last, `… …` text resumed after sub-paragraphs, `# …` a
 * heading. `[^1]` is a footnote mark; `paragraph 2 above` and `resolution 4/7` are citations.
 */
export function draft(lines: readonly string[], front: Front = {}): Root {
  const preamble = build.preamble([])
  const operative = build.operative([])
  let last: { children: ParagraphContent[] } | undefined
  for (const line of lines) {
    const [, mark = '', text = ''] = /^(PP|#|…|\d+(?: bis)?\.|\([a-z]+\)) (.*)$/u.exec(line) ?? []
    const number = /^(\d+)(?: (bis))?\.$/u.exec(mark)
    if (mark === 'PP') {
      last = build.preambularParagraph({ ordinal: preamble.children.length + 1 }, [
        clause(text, 'preambular'),
      ])
      preamble.children.push(last as (typeof preamble.children)[number])
    } else if (number) {
      const value = { value: Number(number[1]), suffix: number[2] ?? null, alternative: null }
      const fields = { label: mark, number: value, ordinal: operative.children.length + 1 }
      last = build.operativeParagraph(fields, text === '-' ? [] : [clause(text, 'operative')])
      operative.children.push(last as (typeof operative.children)[number])
    } else if (mark === '#') operative.children.push(build.heading({ depth: 1 }, [text]))
    else if (mark === '…') last?.children.push(clause(text, null))
    else if (mark !== '')
      last?.children.push(build.subparagraph({ label: mark, depth: 1 }, [clause(text, null)]))
    else throw new Error(`No line of a draft: ${line}`)
  }
  const children: Resolution['children'] = [preamble, operative]
  if (front.title !== undefined) children.unshift(build.title([front.title]))
  const tree = build.root({ language: 'en', kind: 'draft' }, [build.resolution(children)])
  if (front.sponsors)
    tree.children.unshift(build.proposal(front.sponsors.map((name) => build.sponsor({ name }, [name]))))
  if (front.symbol !== undefined) {
    tree.children.unshift(build.masthead([build.symbol({ symbol: front.symbol }, [front.symbol])]))
  }
  for (const [id, text] of Object.entries(front.notes ?? {}))
    tree.children.push(build.footnoteDefinition(id, [text]))
  return tree
}

function clause(text: string, role: 'preambular' | 'operative' | null) {
  const node = build.clause([])
  const add = (value: string) => {
    for (const part of value.split(/(\[\^\w+\]|paragraph \d+ above|resolution \d+\/\d+)/u)) {
      const [, id] = /^\[\^(\w+)\]$/u.exec(part) ?? []
      const [, kind, target] = /^(paragraph|resolution) (\d+\/\d+|\d+(?= above))/u.exec(part) ?? []
      if (id !== undefined) node.children.push(build.footnoteReference(id))
      else if (kind === 'paragraph')
        node.children.push(build.citation({ kind, target: `paragraph ${target}` }, [part]))
      else if (kind === 'resolution')
        node.children.push(build.citation({ kind, target: `K/RES/${target}` }, [part]))
      else if (part !== '') node.children.push(build.text(part))
    }
  }
  let at = 0
  const phrase = (words: string, name: string, lead: boolean, enumerator?: string, intensifier?: string) => {
    const canonical = name.charAt(0).toUpperCase() + name.slice(1)
    const fields = { enumerator: enumerator?.toLowerCase() ?? null, intensifier: intensifier ?? null }
    const record = verbs[canonical]
    if (!record) throw new Error(`No verb of these drafts: ${name}`)
    node.children.push(build.phrase({ role: role ?? 'operative', lead, ...fields, ...record }, [words]))
  }
  const lead = role === null ? null : opener.exec(text)
  if (lead) {
    phrase(lead[0], lead[3] ?? '', true, lead[1] ?? lead[4], lead[2])
    at = lead[0].length
  }
  for (const match of text.matchAll(laterOpener)) {
    add(text.slice(at, match.index))
    phrase(match[0], match[2] ?? '', false, match[1])
    at = match.index + match[0].length
  }
  add(text.slice(at))
  return node
}
