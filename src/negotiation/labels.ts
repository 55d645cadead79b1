/**
 * The name of each paragraph, as points have it in `at`: `PP3`, `OP5 bis`, `OP4(a)`, `1.2`.
 *
 * What has no number is counted: in the preamble where it is, in the operative part behind the
 * number before it. A paragraph that a party wants to add is counted only where its neighbours bear
 * numbers: `OP3 bis` behind 3; without numbers it is at the paragraph behind which it comes, unless
 * it is tracked, and so known to be new.
 */
import { commonFile } from '../language/common.js'
import type { Piece } from './paragraphs.js'

export interface Naming {
  /** A paragraph is a proposal to add it: in brackets, or tracked, which says that it is new. */
  isAdded(paragraph: number): 'bracketed' | 'tracked' | undefined
  /** A paragraph goes on with an option that began above it, and is none of its own. */
  isWithin(paragraph: number): boolean
}

export function namesOf(pieces: readonly Piece[], { isAdded, isWithin }: Naming): string[] {
  const suffixes = commonFile().numberSuffixes
  // Numbers of articles, and of a declaration, are as printed.
  const isResolution = pieces.some(({ isFormula, isOperative }) => isFormula || isOperative)
  const prefix = isResolution ? 'OP' : ''
  const hasPreamble = pieces.some(({ isFormula }) => isFormula)
  let part: 'front' | 'preamble' | 'operative' = 'front'
  let preambular = 0
  let operative = ''
  let parent = { at: '', indent: 0 }
  let added = 0
  /** The preamble prints its numbers. */
  const isNumbered = pieces.some(
    ({ label, isAlternative }) => label?.part === 'preambular' && label.value !== null && !isAlternative,
  )
  let last = ''
  const named = (at: string) => {
    last = at
    return at
  }
  return pieces.map((piece, paragraph) => {
    const { label, isHeading, isFormula, opensPreamble } = piece
    if (isFormula) {
      part = 'preamble'
      preambular = 0
      return ''
    }
    if (isHeading) return part === 'front' ? 'title' : 'heading'
    if (piece.isAlternative && label?.value == null) return last
    if (label && label.value !== null) {
      if (label.part === 'preambular') {
        part = 'preamble'
        preambular = label.value
        added = 0
        return named(`PP${label.value}${label.suffix ? ` ${label.suffix}` : ''}`)
      }
      const indent = piece.block.indent ?? 0
      if (parent.at !== '' && indent > parent.indent)
        return named(`${parent.at.replace(/^OP/u, '')}.${label.value}`)
      part = 'operative'
      added = 0
      const suffix =
        label.suffix && !/^\p{Lu}$/u.test(label.suffix) ? ` ${label.suffix}` : (label.suffix ?? '')
      operative = `${prefix}${label.value}${suffix}`
      parent = { at: operative, indent }
      return named(operative)
    }
    if (label?.part === 'sub') {
      const above = part === 'preamble' ? `PP${preambular}` : operative
      return named(above === '' || above === 'PP0' ? piece.letter : `${above}(${piece.letter})`)
    }
    if (part === 'front' && !hasPreamble && opensPreamble) part = 'preamble'
    if (part === 'front') return 'title'
    if (part === 'operative') {
      if (isAdded(paragraph)) return named(`${operative} ${suffixes[added++] ?? suffixes.at(-1)}`)
      return last
    }
    if (isWithin(paragraph)) return last
    if (isAdded(paragraph))
      return isNumbered || isAdded(paragraph) === 'tracked'
        ? named(`PP${preambular} ${suffixes[added++] ?? suffixes.at(-1)}`)
        : `PP${preambular}`
    if (!piece.isAlternative && isOnlyMark(piece)) return last
    preambular++
    added = 0
    return named(`PP${preambular}`)
  })
}

/** A paragraph that says no more than how far the one above is. */
export function isOnlyMark({ text, mark }: Piece): boolean {
  return mark !== null && mark.start === 0 && mark.end === text.value.length
}
