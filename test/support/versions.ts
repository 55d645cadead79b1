/** Small trees of one text in several languages: lines, in which the opening verb is named by its id. */
import * as build from '../../src/model/tree/build.js'
import type {
  OperativeParagraph,
  PhraseRole,
  PhrasingContent,
  PreambularParagraph,
  Root,
} from '../../src/model/tree/types.js'

/**
 * Build a tree from lines.
 *
 * `PP`, `1.`, `(a)` and `#` tell what a line is; `{urge:Prie instamment}` are its
 * opening words, `{urge/call-upon:…}` with alternatives; `[^1]` is a mark, and
 * `[^1]: …` its note.
 */
export function version(language: string, lines: string, symbol = 'CLH/COP/2031/L.4'): Root {
  const preamble: PreambularParagraph[] = []
  const operative: (OperativeParagraph | ReturnType<typeof build.heading>)[] = []
  const notes: ReturnType<typeof build.footnoteDefinition>[] = []
  let title: string | undefined
  for (const line of lines.trim().split(/\s*\n\s*/u)) {
    const [, mark = '', rest = line] = /^(PP|\d+\.|\([^)]{1,4}\)|#{1,2}|\[\^\d+\]:)\s+(.*)$/u.exec(line) ?? []
    const last = operative.findLast((node) => node.type === 'operativeParagraph') ?? preamble.at(-1)
    if (mark === '##') title = rest
    else if (mark === '#') operative.push(build.heading({ depth: 1 }, [rest]))
    else if (mark === 'PP')
      preamble.push(
        build.preambularParagraph({ ordinal: preamble.length + 1 }, [
          build.clause(words(rest, 'preambular')),
        ]),
      )
    else if (mark.startsWith('(') && last)
      last.children.push(build.subparagraph({ label: mark, depth: 1 }, [build.clause(words(rest, null))]))
    else if (mark.startsWith('[^')) {
      const label = mark.slice(2, -2)
      notes.push(build.footnoteDefinition(label, [rest]))
    } else if (mark !== '') {
      const value = Number.parseInt(mark, 10)
      operative.push(
        build.operativeParagraph(
          { label: mark, number: { value, suffix: null, alternative: null }, ordinal: operative.length + 1 },
          [build.clause(words(rest, 'operative'))],
        ),
      )
    } else last?.children.push(build.clause(words(rest, null)))
  }
  return build.root({ language, kind: 'draft' }, [
    build.masthead([build.symbol({ symbol }, [symbol])]),
    build.resolution({}, [
      ...(title === undefined ? [] : [build.title({}, [title])]),
      build.preamble(preamble),
      build.operative(operative),
    ]),
    ...notes,
  ])
}

function words(line: string, role: PhraseRole | null): (PhrasingContent | string)[] {
  const opening = /^\{([^:]+):([^}]+)\}/u.exec(line)
  const rest = line.slice(opening?.[0].length ?? 0)
  const [verb = '', ...alternatives] = opening?.[1]?.split('/') ?? []
  const phrase =
    opening && role
      ? [
          build.phrase({ role, lead: true, verb, ...(alternatives.length > 0 ? { alternatives } : {}) }, [
            opening[2] ?? '',
          ]),
        ]
      : []
  const pieces = rest.split(/(\[\^\d+\])/u).filter((piece) => piece !== '')
  return [
    ...phrase,
    ...pieces.map((piece) => {
      const mark = /^\[\^(\d+)\]$/u.exec(piece)?.[1]
      return mark === undefined ? piece : build.footnoteReference(mark)
    }),
  ]
}
