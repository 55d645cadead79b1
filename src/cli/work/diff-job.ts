/** What a comparison is asked for, and what it hands on to those who write it. */
import type { Scale } from '../../language/scales.js'
import type { Diff } from '../../model/change.js'
import type { Input, Reading } from './desk.js'
import type { Loaded } from './load.js'

export interface DiffJob extends Reading {
  format: 'text' | 'json' | 'html' | 'md' | 'csv' | 'docx' | 'akn'
  width: number
  color: boolean
  stat?: boolean | undefined
  only?: string[] | undefined
  ignore?: 'routine' | undefined
  /** A library: the draft is compared with the latest text of its title. */
  againstLibrary?: string | undefined
  context: number
  exitCode?: boolean | undefined
  failOn?: string[] | undefined
  scale?: string | undefined
  author?: string | undefined
  byAuthor?: boolean | undefined
  date?: string | undefined
  moves?: 'moves' | 'delins' | undefined
  annotate?: boolean | undefined
  keepChanges?: boolean | undefined
  /** Language of the report's own words. */
  ui?: string | undefined
}

export interface Compared {
  old: { input: Input; parsed: Loaded }
  new: { input: Input; parsed: Loaded }
  /** They are the two sides of one file's tracked changes. */
  tracked: boolean
  scale: Scale | undefined
  /** All changes, whichever are chosen to be shown. */
  whole: Diff
}
