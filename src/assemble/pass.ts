import type { VFileMessage } from 'vfile-message'
import type { Openings } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, furnitureOf } from '../model/block.js'

/** What the stage is given. */
export interface AssembleOptions {
  openings: Openings
  messages: VFileMessage[]
  /** The format ties its notes to their marks: a raised figure is a mark only of a note that was typed. */
  knowsNotes?: boolean
}

export interface Context extends AssembleOptions {
  grammar: Grammar
}

/** One step of assembling. Never drops a character: what leaves the text becomes a note or furniture. */
export type Pass = (blocks: Block[], context: Context) => Block[]

/** Rules across the page, drawn or written. */
export function isRule(block: Block): boolean {
  return block.kind === 'rule' || furnitureOf(block) === 'rule'
}

/** Blocks that are the author's running text, as against notes and what the page added. */
export function isFlow(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading'
}
