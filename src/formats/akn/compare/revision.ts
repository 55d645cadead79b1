/** What a text changes of an older one, for those who write the new text. */
import type { Element } from 'xast'
import type { AnyNode } from '../../../model/tree/types.js'
import type { Xml } from '../write/xml.js'

/** Writes the words of one node with those cut and added marked. */
export interface Reviser {
  /** Write the next stretch of the new text. */
  text(value: string): Xml[]
  /** What was cut behind the last word. */
  rest(): Xml[]
}

export interface Revision {
  /** The reviser of a clause, heading, row of a table or unknown text; undefined where nothing is changed in it. */
  of(node: AnyNode): Reviser | undefined
  /** The identifier that a node had in the old text. */
  wasId(node: AnyNode): string | undefined
  /** `edited` for a paragraph that is new. */
  status(node: AnyNode): string | undefined
  /** Note the identifier that a node has now. */
  written(node: AnyNode, eId: string): void
  /** The printed number: the old one cut and the new one added, where it changed. */
  number(node: AnyNode, label: string): Xml[]
  /** What was behind a paragraph and is gone, each as an element of its kind. */
  after(node: AnyNode, as: RemovedForm): Element[]
  /** What was before the first recital, where no formula is. */
  before(node: AnyNode, as: RemovedForm): Element[]
  /** What was at the front of a paragraph's list, or of a part of the text, and is gone. */
  inside(node: AnyNode, as: RemovedForm): Element[]
}

/** What a removed paragraph is written as: it depends on what holds it. */
export type RemovedForm = 'hierarchy' | 'container' | 'block' | 'point' | 'item'
