/** Citations against what is known of the texts that they name: dates, titles, and later texts of one title. */
import { load } from '../../language/load.js'
import type { CitedText } from '../../model/lint.js'
import type { Row } from '../../model/tree/rows.js'
import { plainText } from '../../model/tree/text.js'
import type { Citation } from '../../model/tree/types.js'
import { type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

/** So far behind a citation its date may begin, and so far behind the date the title: “ of ”, “, entitled ”. */
const nearest = { date: 12, title: 16 }

interface Cited {
  row: Row
  node: Citation
  text: CitedText
  /** Where the citation ends in the words of the row. */
  end: number
}

/** The citations of texts that are known. */
function* citedTexts({ rows, cited, tree }: LintContext): Generator<Cited> {
  if (!cited) return
  for (const row of rows) {
    let end = 0
    for (const node of row.clause?.children ?? []) {
      if (node.type !== 'citation' || (node.kind !== 'resolution' && node.kind !== 'decision')) continue
      const words = plainText(node)
      const at = row.text.indexOf(words, end)
      if (at < 0) continue
      end = at + words.length
      const text = cited(node.target, tree.language)
      if (text) yield { row, node, text, end }
    }
  }
}

/** The date that is written behind a citation, as offsets in the words of the row. */
function dateBehind({ row, end }: Cited, { tree }: LintContext) {
  if (tree.language === null) return null
  const grammar = load(tree.language)
  const behind = row.text.slice(end)
  const [found] = grammar.findAll('date', behind)
  if (!found || found.index > nearest.date || /\p{N}/u.test(behind.slice(0, found.index))) return null
  const start = end + found.index
  return { start, end: start + found[0].length, iso: grammar.isoDate(found[0]) }
}

/** Letters and figures alone, small. */
function folded(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export const citations: LintRule[] = [
  {
    id: 'CIT-003',
    severity: 'warning',
    says: 'The date of a text that is cited is the day of its adoption, as the library has it.',
    why: 'A date is copied from the line above, or from the text of another year.',
    source: 'the library that is given',
    examples: {
      bad: 'its resolution 101/7 of 4 May 2046',
      good: 'its resolution 101/7 of 3 May 2046',
    },
    check: (context) =>
      [...citedTexts(context)].flatMap((one): Finding[] => {
        const date = dateBehind(one, context)
        if (!date?.iso || one.text.date === null || date.iso === one.text.date) return []
        return [
          {
            ...wordsFinding(one.row, date.start, date.end),
            message: `The library has ${one.node.target} of ${one.text.date}.`,
          },
        ]
      }),
  },
  {
    id: 'CIT-004',
    severity: 'warning',
    says: 'The title of a text that is cited is its own, as the library has it.',
    why: 'A title changes from year to year, and its citations are copied.',
    source: 'the library that is given',
    examples: {
      bad: 'resolution 101/7 of 3 May 2046, entitled “Lamps”',
      good: 'resolution 101/7 of 3 May 2046, entitled “Lights”',
    },
    check: (context) =>
      [...citedTexts(context)].flatMap((one): Finding[] => {
        const [open = '', close = ''] = context.drafting?.quotes.map((mark) => mark.trim()) ?? []
        const from = dateBehind(one, context)?.end ?? one.end
        const start = open === '' ? -1 : one.row.text.indexOf(open, from)
        const end = start < 0 ? -1 : one.row.text.indexOf(close, start)
        const between = one.row.text.slice(from, start)
        if (end < 0 || between.length > nearest.title || /\p{N}|;/u.test(between)) return []
        const title = one.row.text.slice(start + open.length, end)
        if (one.text.title === null || folded(title) === folded(one.text.title)) return []
        return [
          {
            ...wordsFinding(one.row, start + open.length, end),
            message: `The library has ${one.node.target} as “${one.text.title}”.`,
          },
        ]
      }),
  },
  {
    id: 'CIT-005',
    severity: 'info',
    says: 'Of texts of one title the latest is cited too.',
    why: 'A text of last year cites what was the latest then.',
    source: 'the library that is given',
    examples: { bad: 'Recalling its resolution 101/7', good: 'Recalling its resolutions 101/7 and 103/9' },
    check: (context) => {
      const all = [...citedTexts(context)]
      const named = new Set(all.map(({ node }) => node.target))
      const told = new Set<string>()
      return all.flatMap(({ row, node, text, end }): Finding[] => {
        const { later } = text
        if (!later || named.has(later.symbol) || told.has(later.symbol)) return []
        told.add(later.symbol)
        const words = plainText(node)
        return [
          {
            ...wordsFinding(row, end - words.length, end),
            message: `${later.symbol} of ${later.date} has the same title, and is not cited.`,
          },
        ]
      })
    },
  },
]
