/**
 * Do the work of a command on its documents: bytes in, output and messages out.
 *
 * It runs in a thread that can be ended, or, for small documents, where it is asked for.
 */
import { match } from 'ts-pattern'
import { cleanName } from '../../reports/clean.js'
import { sentence } from '../faults.js'
import { nameOf } from '../files.js'
import type { Desk, Line, Result } from './desk.js'
import type { Done, Task } from './task.js'

/**
 * Do the work.
 *
 * Ensures that nothing is thrown for a document, but for what `stage` throws to stop the work: a
 * fault of plenary's own is given with its stack, as the other documents do not depend on it.
 */
export async function work(task: Task, stage: Desk['stage']): Promise<Done> {
  const messages: Line[] = []
  const file = task.inputs[0]?.file ?? ''
  try {
    const result = await resultOf(task, { stage, tell: (line) => messages.push(line) })
    return { file, messages, ...result }
  } catch (error) {
    if (error instanceof Stopped) throw error
    return { file, messages, ...faultOfWork(file, error) }
  }
}

/** Thrown by a stage that stops the work, to be begun again elsewhere. */
export class Stopped extends Error {}

/** What went wrong, in a sentence; for a fault that is not the document's, with its stack. */
export function faultOfWork(file: string, error: unknown): { fault: string; crash?: string } {
  const told = sentence(error)
  if (told !== undefined) return { fault: cleanName(told) }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { fault: `Cannot go on with ${cleanName(nameOf(file))}: a fault of plenary itself`, crash: stack }
}

/** Each loads what it needs: most runs do one kind of work. */
function resultOf(task: Task, desk: Desk): Promise<Result> {
  return match(task)
    .with({ job: 'diff' }, async ({ inputs, options }) =>
      (await import('./diff.js')).diffJob(inputs, options, desk),
    )
    .with({ job: 'amend' }, async ({ inputs, options }) =>
      (await import('./amend.js')).amendJob(inputs, options, desk),
    )
    .with({ job: 'amend-write' }, async ({ inputs, options }) =>
      (await import('./amend-write.js')).amendWriteJob(inputs, options, desk),
    )
    .with({ job: 'rebase' }, async ({ inputs, options }) =>
      (await import('./rebase.js')).rebaseJob(inputs, options, desk),
    )
    .with({ job: 'amendments' }, async ({ inputs, options }) =>
      (await import('./amendments.js')).amendmentsJob(inputs, options, desk),
    )
    .with({ job: 'brackets' }, async ({ inputs, options }) =>
      (await import('./brackets.js')).bracketsJob(inputs, options, desk),
    )
    .with({ job: 'clean' }, async ({ inputs, options }) =>
      (await import('./clean.js')).cleanJob(inputs, options, desk),
    )
    .with({ job: 'collect' }, async ({ inputs, options }) =>
      (await import('./collect.js')).collectJob(inputs, options, desk),
    )
    .with({ job: 'precedent' }, async ({ inputs, options }) =>
      (await import('./precedent.js')).precedentJob(inputs, options, desk),
    )
    .with({ job: 'lineage' }, async ({ inputs, options }) =>
      (await import('./lineage.js')).lineageJob(inputs, options, desk),
    )
    .with({ job: 'concord' }, async ({ inputs, options }) =>
      (await import('./concord.js')).concordJob(inputs, options, desk),
    )
    .with({ job: 'history' }, async ({ inputs, options }) =>
      (await import('./history.js')).historyJob(inputs, options, desk),
    )
    .with({ job: 'lint' }, async ({ inputs, options }) =>
      (await import('./lint.js')).lintJob(inputs, options, desk),
    )
    .with({ job: 'merge' }, async ({ inputs, options }) =>
      (await import('./merge.js')).mergeJob(inputs, options, desk),
    )
    .with({ job: 'parse' }, { job: 'outline' }, { job: 'convert' }, async (piece) =>
      (await import('./pieces.js')).pieceJob(piece, desk),
    )
    .exhaustive()
}
