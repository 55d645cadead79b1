/** Part of a diff: the changes that one asks for. */
import { type Change, type ChangeKind, type Diff, flatten } from '../../model/change.js'
import { isFoldable, isRoutine } from '../../model/routine.js'

const roles = ['preambular', 'operative', 'annex', 'heading', 'table'] as const
const kinds = ['modified', 'inserted', 'deleted', 'split', 'merged', 'unchanged'] as const
const marks = ['verbs', 'facts', 'moved', 'renumbered'] as const

/** What can be asked for: parts of the text, kinds of change, and what is said beside them. */
export const selections: readonly string[] = [...roles, ...kinds, ...marks]

/**
 * Leave only some of the changes.
 *
 * Given names of `selections`. Parts of the text narrow one another's result:
 * `operative,verbs` leaves the operative paragraphs in which a verb changed.
 * Ensures the summary still counts the whole.
 */
export function select(diff: Diff, names: readonly string[]): Diff {
  const places = names.filter((name) => (roles as readonly string[]).includes(name))
  const events = names.filter((name) => !places.includes(name))
  const changes = diff.changes.filter(
    (change) =>
      (places.length === 0 || places.includes(change.role)) &&
      (events.length === 0 || events.some((name) => happened(change, name))),
  )
  // What is outside of paragraphs has none of these names.
  return { ...diff, matter: [], changes }
}

/**
 * Leave out what a year does to a text that is adopted again.
 *
 * A paragraph that moved stays, and so does one with a reference that is to be mended. Ensures the summary still counts the whole.
 */
export function withoutRoutine(diff: Diff): Diff {
  const { front, matter, changes } = diff
  const isLeft = <T extends Parameters<typeof isRoutine>[0]>(change: T) => !isRoutine(change)
  return {
    ...diff,
    front: front.filter(isLeft),
    matter: matter.filter(isLeft),
    changes: changes.filter((change) => !isFoldable(change)),
  }
}

/**
 * Leave only what one author proposed, of a document that is compared with its own tracked changes.
 *
 * Ensures the summary still counts the whole.
 */
export function ofAuthor(diff: Diff, author: string): Diff {
  const isOwn = ({ by = [] }: { by?: readonly string[] }) => by.includes(author)
  return {
    ...diff,
    front: diff.front.filter(isOwn),
    matter: diff.matter.filter(isOwn),
    changes: diff.changes.filter(isOwn),
  }
}

function happened(change: Change, name: string): boolean {
  return flatten([change]).some((part) => {
    switch (name as ChangeKind | (typeof marks)[number]) {
      case 'verbs':
        return part.phrases.length > 0
      case 'facts':
        return part.facts.length > 0
      case 'moved':
        return part.moved
      case 'renumbered':
        return part.renumbered
      default:
        return part.kind === name
    }
  })
}
