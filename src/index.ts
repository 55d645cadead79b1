/** Public API: re-exports only, in the order of the pipeline. */

export type * from './change.js'
export { concord } from './concord/index.js'
export type * from './concordance.js'
export { apply, type DiffOptions, diff, revert, summarize } from './diff/index.js'
export { languages, load as loadGrammar } from './grammar/load.js'
export { loadScale, publishedScales, readScale, type Scale } from './grammar/scales.js'
export type * from './grammar/types.js'
export * from './message.js'
export {
  fromMarkdown,
  fromMdast,
  fromText,
  type Parsed,
  type ParseOptions,
  parse,
  type TextOptions,
} from './pipeline.js'
export { defaultMaxSizes, type Format, formats, type TextFormat, textFormats } from './read/index.js'
export { type RedlineOptions, redline } from './redline.js'
export { type ConcordHtmlOptions, concordToHtml } from './render/concord-to-html.js'
export { type ConcordanceDocument, concordanceDocument, concordToJson } from './render/concord-to-json.js'
export { type ConcordTextOptions, concordToText } from './render/concord-to-text.js'
export { type ComparedTrees, diffToAkn } from './render/diff-to-akn.js'
export { diffToCsv } from './render/diff-to-csv.js'
export { type DiffHtmlOptions, diffToHtml } from './render/diff-to-html.js'
export { type DiffDocument, type DiffFiles, diffDocument, diffToJson } from './render/diff-to-json.js'
export { type DiffMarkdownOptions, diffToMarkdown } from './render/diff-to-markdown.js'
export { type DiffStatOptions, diffToStat } from './render/diff-to-stat.js'
export { type DiffTextOptions, diffToText } from './render/diff-to-text.js'
export { type Outline, type OutlineRow, outline } from './render/outline.js'
export { select, selections } from './render/select.js'
export { toAkn } from './render/to-akn.js'
export { type DocxOptions, toDocx } from './render/to-docx.js'
export { toJson } from './render/to-json.js'
export { toMarkdown } from './render/to-markdown.js'
export { type ToTextOptions, toText } from './render/to-text.js'
export * as build from './tree/build.js'
export {
  type ContentModel,
  check,
  contentModel,
  type FieldRule,
  type Many,
  type NodeModel,
} from './tree/check.js'
export { type Row, type RowRole, rows } from './tree/rows.js'
export { plainText } from './tree/text.js'
export * from './tree/types.js'
export type { Revisions } from './word/revisions.js'
