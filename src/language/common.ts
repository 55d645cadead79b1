/** What no language changes, compiled: labels, symbols, and the normal form of references. */
import { readCommonGrammar } from './files.js'
import { Patterns } from './patterns.js'
import type { CommonFile } from './records/common.js'
import type { PatternRecord } from './records/pattern.js'

/** The patterns of what all languages share, with those of a language where there is one. */
export function patternsWith(
  common: CommonFile,
  own: readonly PatternRecord[] = [],
  folds = false,
): Patterns {
  const patterns = new Patterns(folds, common.patterns, own)
  patterns.list('numberSuffixWord', () => common.numberSuffixes)
  return patterns
}

let file: CommonFile | undefined
let compiled: Patterns | undefined

/** What no language changes, read once. */
export function commonFile(): CommonFile {
  file ??= readCommonGrammar()
  return file
}

/** The patterns of what all languages share, where no text is at hand that would tell a language. */
export function commonPatterns(): Patterns {
  compiled ??= patternsWith(commonFile())
  return compiled
}
