/** What tests look at in blocks of whatever kind. */
import type { Block, BlockKind, BlockOf } from '../../src/model/block.js'

type Partly<Kind extends BlockKind> = Partial<Omit<BlockOf<Kind>, 'kind'>>

/** A block with all that one of any kind may have. */
export type AnyBlock = Omit<BlockOf<'paragraph'>, 'kind'> & { kind: BlockKind } & Partly<'heading'> &
  Partly<'note'> &
  Partly<'table'> &
  Partly<'furniture'> &
  Partly<'comment'>

/** The texts of a table's cells, row by row; undefined of any other block. */
export function cellsOf(block: Block | undefined): string[][] | undefined {
  if (block?.kind !== 'table') return undefined
  return block.table.rows.map((row) => row.map(({ value }) => value))
}
