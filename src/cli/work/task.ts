/** What goes to a thread and what comes back: plain data, which can be copied. */
import type { AmendJob } from './amend.js'
import type { AmendWriteJob } from './amend-write.js'
import type { AmendmentsJob } from './amendments.js'
import type { BracketsJob } from './brackets.js'
import type { CleanJob } from './clean.js'
import type { CollectJob } from './collect.js'
import type { ConcordJob } from './concord.js'
import type { Input, Line } from './desk.js'
import type { DiffJob } from './diff-job.js'
import type { HistoryJob } from './history.js'
import type { LineageJob } from './lineage.js'
import type { LintJob } from './lint.js'
import type { MergeJob } from './merge.js'
import type { PieceJobs } from './pieces.js'
import type { PrecedentJob } from './precedent.js'
import type { RebaseJob } from './rebase.js'

/** The work of each command, and its options. */
export interface Jobs extends PieceJobs {
  amend: AmendJob
  'amend-write': AmendWriteJob
  amendments: AmendmentsJob
  collect: CollectJob
  precedent: PrecedentJob
  lineage: LineageJob
  diff: DiffJob
  brackets: BracketsJob
  clean: CleanJob
  concord: ConcordJob
  history: HistoryJob
  lint: LintJob
  merge: MergeJob
  rebase: RebaseJob
}

export type Task = {
  [K in keyof Jobs]: { job: K; inputs: Input[]; options: Jobs[K] }
}[keyof Jobs]

export interface Done {
  /** The first document. */
  file: string
  /** Absent where a document could not be read. */
  output?: string | Uint8Array
  messages: Line[]
  /** What went wrong with a document, in a sentence. */
  fault?: string
  /** The stack of a fault of plenary's own. */
  crash?: string
  /** What the exit status was asked to tell was found. */
  found?: boolean
}
