/** Two Word documents → the texts of both that belong together: the bodies, and each header and footer. */
import type { ParagraphOutcome, Passage } from '../../../model/change.js'
import { type Item, type Manuscript, paragraphsIn } from '../package/manuscript.js'
import type { Page } from '../package/sections.js'
import { pairBrokenLines } from './broken-lines.js'
import { lastOfContainer, pairByPlace } from './by-place.js'
import type { Flow } from './flow.js'
import { passage } from './places.js'
import { fromItem } from './revised.js'

type Align = (old: Passage[], now: Passage[], known: ParagraphOutcome[]) => ParagraphOutcome[]

/**
 * Pair the texts of two Word documents.
 *
 * Given what is known of the items of their bodies. Ensures that headers and
 * footers are compared each with the one in its place: those that only one
 * document has are left alone.
 */
export function flowsOf(
  base: Manuscript,
  revised: Manuscript,
  known: ParagraphOutcome[],
  align: Align,
): Flow[] {
  const [old, now] = [bodyOf(base), bodyOf(revised).map(fromItem)]
  const broken = pairBrokenLines(old, now)
  const isBroken = (outcome: ParagraphOutcome) =>
    broken.some(
      (one) =>
        one.old.some((at) => outcome.old.includes(at)) || one.new.some((at) => outcome.new.includes(at)),
    )
  const told = [...known.filter((outcome) => !isBroken(outcome)), ...broken]
  const outcomes = align(old.map(passage), now.map(passage), told)
  const body = { old, new: now, outcomes: pairByPlace(outcomes, old, now, lastOfContainer) }
  const pages = pagesInPlace(base.document.pages, revised.document.pages).map(([page, other]) => {
    const [items, others] = [itemsOf(base, page), itemsOf(revised, other).map(fromItem)]
    const aligned = align(items.map(passage), others.map(passage), [])
    return { old: items, new: others, outcomes: pairByPlace(aligned, items, others) }
  })
  return [body, ...pages]
}

/** What headers and footers say that the base has no place for: no revision can add a page's head or foot. */
export function pagesWithoutPlace(base: Manuscript, revised: Manuscript): string[] {
  const [old, now] = [base.document.pages, revised.document.pages]
  const paired = new Set(pagesInPlace(old, now).map(([, page]) => page.part.name))
  const said = new Set(old.map((page) => textOf(base, page)))
  return now
    .filter(({ part }) => !paired.has(part.name))
    .map((page) => textOf(revised, page))
    .filter((text) => text !== '' && !said.has(text))
}

function textOf(manuscript: Manuscript, page: Page): string {
  const texts = itemsOf(manuscript, page).flatMap(paragraphsIn)
  return texts
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ')
}

/** List what the body holds. */
export function bodyOf({ items, document }: Manuscript): Item[] {
  return items.filter(({ part }) => part.name === document.word.main.name)
}

function itemsOf({ items }: Manuscript, { part }: Page): Item[] {
  return items.filter((item) => item.part.name === part.name)
}

/** Each of the base's with the one of the same kind that is printed in its place. */
function pagesInPlace(old: readonly Page[], now: readonly Page[]): [old: Page, now: Page][] {
  return old.flatMap((page): [Page, Page][] => {
    const like = now.filter(({ kind, type }) => kind === page.kind && type === page.type)
    const other = like.find(({ section }) => section === page.section) ?? like[0]
    return other ? [[page, other]] : []
  })
}
