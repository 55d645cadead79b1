/** Paragraphs that are headed as options → open points, with the brackets around them. */
import type { Extent } from '../model/negotiation.js'
import type { Drafting } from './drafting.js'
import { everySpan, glyphs, without } from './extents.js'
import { before, type OptionGroup } from './options.js'
import type { Span } from './spans.js'

/** Put one group of options among the points. */
export function draftOptions({ options }: OptionGroup, spans: readonly Span[], drafting: Drafting): void {
  const signs: Extent[] = []
  const places = options.map(({ label, end }) => {
    signs.push(label)
    return drafting.stretch.between({ paragraph: label.paragraph, offset: label.end }, end)
  })
  const first = options[0]?.label
  if (!first) return
  // A bracket that opens right before a label is around the option, or around all of them.
  for (const span of everySpan(spans)) {
    if (span.what !== 'bracket') continue
    const opened = options.find(
      ({ label }) =>
        label.paragraph === span.start.paragraph &&
        label.start >= span.start.offset + 1 &&
        /^[\s[*]*$/u.test(drafting.stretch.text(label.paragraph).slice(span.start.offset + 1, label.start)),
    )
    if (!opened) continue
    drafting.taken.add(span)
    signs.push(...glyphs(span))
  }
  // "Option 2: [no text]": its bracket opens nothing.
  for (const { label, end } of options) {
    const [body, ...more] = drafting.stretch.between({ paragraph: label.paragraph, offset: label.end }, end)
    const said = body && drafting.stretch.text(body.paragraph).slice(body.start, body.end).trim()
    if (said === undefined || more.length > 0 || !drafting.words.isNoText(said)) continue
    const inside = spans.filter(
      ({ what, start }) => what === 'bracket' && start.paragraph === body?.paragraph,
    )
    for (const span of everySpan(inside)) {
      if (span.start.offset < (body?.start ?? 0) || drafting.taken.has(span)) continue
      drafting.taken.add(span)
      signs.push(...glyphs(span))
    }
  }
  const depth = everySpan(spans).filter(
    (span) =>
      !drafting.taken.has(span) &&
      span.what === 'bracket' &&
      !before({ paragraph: first.paragraph, offset: first.start }, span.start) &&
      before({ paragraph: first.paragraph, offset: first.start }, span.end),
  ).length
  const inside = places.map((stretches) =>
    stretches.flatMap((one) => without(one, signs)).filter(({ start, end }) => end > start),
  )
  drafting.points.push({ kind: 'options', depth: depth + 1, whole: true, by: [], places: inside, signs })
}
