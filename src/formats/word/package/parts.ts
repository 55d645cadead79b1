/** Parts of a package that hold text and are no story that is printed. */
import type { Context } from './context.js'
import type { LeftOut } from './left-out.js'
import { textNames } from './markup.js'
import type { WordPackage } from './package.js'

/** What a part is, by its name, which savers do not choose freely; its text is in elements of these names. */
const kinds: readonly { name: RegExp; what: LeftOut['what']; texts: ReadonlySet<string> }[] = [
  { name: /(?:^|\/)(?:header|footer)\d*\.xml$/u, what: 'unprinted-page', texts: textNames },
  { name: /(?:^|\/)glossary\/document\.xml$/u, what: 'glossary', texts: textNames },
  { name: /(?:^|\/)diagrams\/data\d*\.xml$/u, what: 'drawing', texts: new Set(['t']) },
  // A chart keeps the names of its series and categories as values.
  { name: /(?:^|\/)charts\/chart\d*\.xml$/u, what: 'drawing', texts: new Set(['t', 'v']) },
]
const embedded = /(?:^|\/)embeddings\/[^/]+$/u

/** Tell the text of the parts that no walk has met. */
export function tellOtherParts(word: WordPackage, { leavings }: Context, walked: ReadonlySet<string>): void {
  for (const name of word.names) {
    if (walked.has(name)) continue
    if (embedded.test(name)) leavings.add('embedded', name.slice(name.lastIndexOf('/') + 1), { part: name })
    const kind = kinds.find((one) => one.name.test(name))
    const part = kind && word.byName(name)
    if (part) leavings.addRest(kind.what, part.root, { part: name }, kind.texts)
  }
}
