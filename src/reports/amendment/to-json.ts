/** Amending documents, and drafts with them applied, as JSON: `amendments --format json` and `amend --format json`. */
import type {
  Amended,
  Amendment,
  AmendmentConflictKind,
  AmendmentOperation,
  AmendmentPlace,
  Instruction,
  InstructionOutcome,
  RebasedInstruction,
  StaleWords,
} from '../../model/amendment.js'
import type { BlockSource } from '../../model/block.js'
import type { Root } from '../../model/tree/types.js'
import { type Outline, outline } from '../outline.js'

export interface InstructionDocument {
  n: string | null
  op: AmendmentOperation
  target: string[]
  where?: AmendmentPlace
  anchor?: string
  old?: string
  new?: string
  all?: true
  /** The new paragraphs, without their numbers and letters. */
  text?: string[]
  /** Their numbers and letters, where one of them has one. */
  labels?: (string | null)[]
  /** The notes that they bring. */
  notes?: { label: string; text: string }[]
  quoted?: string[]
  source: string
  offsets?: { start: number; end: number }
  places?: BlockSource[]
}

/** The object that `amendments --format json` prints. */
export interface AmendmentDocument {
  format: 'plenary-amendments'
  version: 1
  file: string
  symbol: string | null
  sponsors: string[]
  title: string | null
  amends: { symbol: string; what: string } | null
  instructions: InstructionDocument[]
  unread: string[]
}

/** Give an amending document its format, version and file. */
export function amendmentDocument(amendment: Amendment, file: string): AmendmentDocument {
  const instructions = amendment.instructions.map(instructionDocument)
  return { format: 'plenary-amendments', version: 1, file, ...amendment, instructions }
}

function instructionDocument({ text, ...instruction }: Instruction): InstructionDocument {
  if (!text) return instruction
  const notes = text.flatMap((paragraph) =>
    paragraph.notes.map(({ label, text: words }) => ({ label, text: words })),
  )
  return {
    ...instruction,
    text: text.map((paragraph) => paragraph.text),
    ...(text.some(({ label }) => label !== null) ? { labels: text.map(({ label }) => label) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** The object that `rebase --format json` prints. */
export interface RebasedDocument {
  format: 'plenary-rebase'
  version: 1
  /** The amending document, the draft that it amends, and its revision. */
  file: string
  from: string
  to: string
  instructions: (InstructionDocument & Pick<RebasedInstruction, 'status' | 'reason' | 'from'>)[]
}

/** Give rebased instructions their format, version and files. */
export function rebasedDocument(
  rebased: readonly RebasedInstruction[],
  file: string,
  from: string,
  to: string,
): RebasedDocument {
  const instructions = rebased.map((one) => {
    const { status, reason, from: before, ...instruction } = one
    return {
      ...instructionDocument(instruction),
      status,
      ...(reason ? { reason } : {}),
      ...(before ? { from: before } : {}),
    }
  })
  return { format: 'plenary-rebase', version: 1, file, from, to, instructions }
}

/** The object that `amend --format json` prints. */
export interface AmendedDocument {
  format: 'plenary-amend'
  version: 1
  /** The draft. */
  file: string
  /** In the order applied; each names its amending document, where there are several. */
  applied: (InstructionOutcome & { file?: string })[]
  /** Between the documents: the numbers of the two instructions, and labels of the issued draft. */
  conflicts: ConflictDocument[]
  /** Words that are left behind: cross-references, and enumerators of paragraphs that follow others now. */
  stale: StaleWords[]
  result: Outline
}

export interface ConflictDocument {
  a: string | null
  b: string | null
  kind: AmendmentConflictKind
  at: string[]
  /** Their documents, where there are more than two. */
  files?: [a: string, b: string]
}

/** Give a draft with its amendments its format, version and files; `tree` is the result, its words read anew. */
export function amendedDocument(
  { outcomes, conflicts }: Pick<Amended, 'outcomes' | 'conflicts'>,
  tree: Root,
  file: string,
  files: readonly string[],
  stale: StaleWords[] = [],
): AmendedDocument {
  const documents = [...new Set(files)]
  const several = new Set(files).size > 1
  const applied = outcomes.map((one, at) => (several ? { ...one, file: files[at] ?? '' } : one))
  const told = conflicts.map(({ a, b, kind, at, documents: [first, second] }): ConflictDocument => {
    const named: [string, string] = [documents[first] ?? '', documents[second] ?? '']
    return { a, b, kind, at, ...(documents.length > 2 ? { files: named } : {}) }
  })
  return { format: 'plenary-amend', version: 1, file, applied, conflicts: told, stale, result: outline(tree) }
}
