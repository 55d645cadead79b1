/** Open points in words: what all reports of a negotiation say alike. */
import type {
  Attribution,
  NegotiationComparison,
  OpenPoint,
  PointChange,
  PointOutcome,
} from '../../model/negotiation.js'
import { counted, listed, type Say } from '../../model/words.js'
import type { Summary } from './summary.js'

/** "alternatives", "to add, whole paragraph". */
export function kindWords({ kind, whole }: Pick<OpenPoint, 'kind' | 'whole'>, say: Say): string {
  const isSaid = kind === 'alternative-paragraph' || kind === 'options'
  const word = say(`point_${kind}`)
  return whole && !isSaid ? listed([word, say('whole_paragraph')], say) : word
}

/** "EU for it; Norland, Sudland delete": who wants what, those who want the same together. */
export function whoWords(by: readonly Attribution[], say: Say, option?: number): string {
  const groups = new Map<Attribution['act'], string[]>()
  for (const one of by) {
    if (option !== undefined && (one.option ?? 1) !== option) continue
    groups.set(one.act, [...(groups.get(one.act) ?? []), one.who])
  }
  return [...groups]
    .map(([act, names]) => say('who_does', { names: listed(names, say), act: say(`act_${act}`) }))
    .join(say('semicolon'))
}

/** The texts of a point, each with who is for it. */
export function optionWords(
  { options, by }: Pick<OpenPoint, 'options' | 'by'>,
  say: Say,
): { text: string; who: string }[] {
  const several = options.length > 1
  return options.map((text, index) => ({ text, who: whoWords(by, say, several ? index + 1 : undefined) }))
}

/** "40 paragraphs: 12 agreed, 21 open with 63 points". */
export function totalWords({ paragraphs, agreed, open, points }: Summary, say: Say): string {
  return say('open_total', {
    paragraphs: say('paragraph_count', { count: paragraphs.length }),
    agreed,
    open,
    points: say('point_count', { count: points }),
  })
}

/** "5 for it, 2 delete". */
export function partyWords(summary: Summary['byParty'][string], say: Say): string {
  return listed(
    Object.entries(summary).map(([act, count]) => counted(count, `act_${act}`, say)),
    say,
  )
}

/** "closed: option 2", "widened, EU joined": what became of a point. */
export function changeWords({ change, outcome, old, joined, left }: PointChange, say: Say): string {
  const names = (all: readonly Attribution[]) => whoWords(all, say)
  const became = say(`became_${change}`)
  if (change === 'closed') {
    const how = outcome ? outcomeWords(outcome, old?.options.length ?? 1, say) : ''
    const who = old ? whoOf(old, say) : ''
    return say('told', { name: became, words: who === '' ? how : say('aside', { words: how, note: who }) })
  }
  const now = () => say(change === 'opened' ? 'opened_by' : 'says_now', { names: names(joined) })
  const parts = [
    became,
    joined.length > 0 ? now() : '',
    left.length > 0 ? say('no_longer', { names: names(left) }) : '',
  ]
  return listed(
    parts.filter((part) => part !== ''),
    say,
  )
}

/** "option 1: EU for it; option 2: US for it": who wanted what of a point. */
function whoOf({ options, by }: OpenPoint, say: Say): string {
  if (options.length === 1) return whoWords(by, say)
  return options
    .flatMap((_, index) => {
      const words = whoWords(by, say, index + 1)
      return words === '' ? [] : [say('told', { name: say('option', { number: index + 1 }), words })]
    })
    .join(say('semicolon'))
}

function outcomeWords(outcome: PointOutcome, options: number, say: Say): string {
  if (outcome.how === 'option')
    return options > 1 ? say('option', { number: outcome.option }) : say('words_in')
  return say(({ out: 'words_out', reworded: 'other_words', cut: 'paragraph_gone' } as const)[outcome.how])
}

/** "2 opened, 5 closed, 1 narrowed; agreed: OP3". */
export function sinceWords(comparison: NegotiationComparison, say: Say): string {
  const { points, agreed, reopened, added, cut } = comparison
  const counts = (['opened', 'closed', 'narrowed', 'widened', 'reworded', 'same'] as const).flatMap(
    (kind) => {
      const count = points.filter(({ change }) => change === kind).length
      return count === 0 ? [] : [counted(count, `became_${kind}`, say)]
    },
  )
  const lists = [
    ['agreed_now', agreed],
    ['open_again', reopened],
    ['new_ones', added],
    ['gone_ones', cut],
  ] as const
  const told = lists.flatMap(([name, all]) =>
    all.length === 0 ? [] : [say('told', { name: say(name), words: listed(all, say) })],
  )
  return [counts.length > 0 ? listed(counts, say) : say('nothing_open'), ...told].join(say('semicolon'))
}
