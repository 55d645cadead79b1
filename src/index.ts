/** Public API: re-exports only, in the order of the pipeline. */

export {
  applyAmendments,
  type ComposeOptions,
  composeAmendment,
  type Distance,
  furthestFirst,
  rebaseAmendment,
  restate,
  staleIn,
  writeAmendment,
} from './amend/index.js'
export { type CommentOptions, commentPrecedents } from './commented.js'
export { concord } from './concord/index.js'
export { apply, compareTexts, type DiffOptions, diff, revert, summarize } from './diff/index.js'
export type { ComparedTrees } from './formats/akn/compare/comparison.js'
export { amendmentToAkn } from './formats/akn/write/amendment.js'
export {
  defaultMaxSizes,
  type Format,
  formats,
  sniff,
  type TextFormat,
  textFormats,
} from './formats/index.js'
export { fromJson } from './formats/json/from-json.js'
export { toJson } from './formats/json/to-json.js'
export { type ToTextOptions, toText } from './formats/text/to-text.js'
export type { DocxOptions } from './formats/word/write/to-docx.js'
export { history } from './history/index.js'
export { fetchGrammars, languages, load as loadGrammar } from './language/load.js'
export type * from './language/records/amendments.js'
export type * from './language/records/common.js'
export type * from './language/records/language.js'
export type * from './language/records/lint.js'
export type * from './language/records/negotiation.js'
export type * from './language/records/pattern.js'
export type * from './language/records/verbs.js'
export { loadScale, publishedScales, readScale, type Scale } from './language/scales.js'
export type * from './language/types.js'
export type { Block as LintBlock } from './lint/blocks.js'
export type { Finding, LintContext } from './lint/context.js'
export type { FixedSource } from './lint/fix.js'
export {
  asPlugin,
  fixSource,
  type LintOptions,
  type LintRule,
  lint,
  lintProfiles,
  lintRules,
} from './lint/index.js'
export { type MergeOptions, merge } from './merge/index.js'
export type { Version as MergeVersion } from './merge/outcomes.js'
export type * from './model/amendment.js'
export type {
  Block,
  BlockFields,
  BlockKind,
  BlockOf,
  BlockSource,
  Commented,
  LookKind,
  Mark,
  MarkKind,
  Revisions,
  Rich,
  Segment,
  SharedFields,
  TableCells,
} from './model/block.js'
export * from './model/change.js'
export * from './model/concordance.js'
export type * from './model/history.js'
export type * from './model/lint.js'
export type * from './model/merge.js'
export {
  type Advised,
  type FaultId,
  faultMessages,
  type MessageId,
  message,
  messages,
  type PlainMessage,
  PlenaryError,
  plainMessage,
  type Severity,
} from './model/message.js'
export type * from './model/negotiation.js'
export type * from './model/precedent.js'
export * as build from './model/tree/build.js'
export { check } from './model/tree/check.js'
export {
  type ContentModel,
  contentModel,
  type FieldRule,
  type Many,
  type NodeModel,
} from './model/tree/content-model.js'
export { type Row, type RowRole, rows, type TopParagraph } from './model/tree/rows.js'
export { plainText } from './model/tree/text.js'
export * from './model/tree/types.js'
export { compareNegotiations } from './negotiation/index.js'
export {
  fromMarkdown,
  fromMdast,
  fromText,
  type Parsed,
  type ParseOptions,
  type ParseStage,
  parse,
  type TextOptions,
} from './pipeline.js'
export {
  type ByteSource,
  buildLibrary,
  documentOf,
  documentTree,
  type Library,
  type LibraryEntry,
  LibraryWriter,
  latestOfTitle,
  lineage,
  openLibrary,
  type PrecedentOptions,
  precedents,
  type Use,
} from './precedent/index.js'
export type { Draft as ComparedDraft, ScopeOptions } from './precedent/scope.js'
export { type ParsedAmendment, parseAmendment } from './read-amendment.js'
export {
  type Cleaned,
  cleanText,
  type NegotiationOptions,
  type ParsedNegotiation,
  parseNegotiation,
} from './read-negotiation.js'
export { type RedlineOptions, type RedlineStage, redline } from './redline.js'
export { type RedlinedMerge, type RedlineMergeOptions, redlineMerge } from './redline-merge.js'
export {
  type Effects,
  type EffectsTextOptions,
  effectsToHtml,
  effectsToText,
} from './reports/amendment/effects.js'
export {
  type AmendedDocument,
  type AmendmentDocument,
  amendedDocument,
  amendmentDocument,
  type ConflictDocument,
  type InstructionDocument,
  type RebasedDocument,
  rebasedDocument,
} from './reports/amendment/to-json.js'
export {
  type AmendmentTextOptions,
  type AmendmentWordsOptions,
  amendmentToText,
  conflictToText,
  outcomeToText,
  rebasedToText,
  staleToText,
} from './reports/amendment/to-text.js'
export { type ConcordHtmlOptions, concordToHtml } from './reports/concordance/to-html.js'
export {
  type ConcordanceDocument,
  concordanceDocument,
  concordToJson,
} from './reports/concordance/to-json.js'
export { type ConcordTextOptions, concordToText } from './reports/concordance/to-text.js'
export { select, selections, withoutRoutine } from './reports/diff/select.js'
export { diffToCsv } from './reports/diff/to-csv.js'
export { type DiffHtmlOptions, diffToHtml } from './reports/diff/to-html.js'
export { type DiffDocument, type DiffFiles, diffDocument, diffToJson } from './reports/diff/to-json.js'
export { type DiffMarkdownOptions, diffToMarkdown } from './reports/diff/to-markdown.js'
export { type DiffStatOptions, diffToStat } from './reports/diff/to-stat.js'
export { type DiffTextOptions, diffToText } from './reports/diff/to-text.js'
export { historyToCsv } from './reports/history/to-csv.js'
export { type HistoryHtmlOptions, historyToHtml } from './reports/history/to-html.js'
export { type HistoryDocument, historyDocument, historyToJson } from './reports/history/to-json.js'
export { type HistoryMarkdownOptions, historyToMarkdown } from './reports/history/to-markdown.js'
export { type HistoryTextOptions, historyToText, lifeToText } from './reports/history/to-text.js'
export { type LintFile, type LintReportOptions, lintDocument, lintText } from './reports/lint.js'
export { type MergeDocument, mergeDocument, mergeToJson } from './reports/merge/to-json.js'
export { type MergeTextOptions, mergeToText } from './reports/merge/to-text.js'
export type { PartySummary } from './reports/negotiation/summary.js'
export { negotiationToCsv } from './reports/negotiation/to-csv.js'
export { negotiationToHtml } from './reports/negotiation/to-html.js'
export {
  type CleanDocument,
  cleanDocument,
  type NegotiationDocument,
  negotiationDocument,
  type PointDocument,
  type SinceDocument,
} from './reports/negotiation/to-json.js'
export { type NegotiationReportOptions, negotiationToMarkdown } from './reports/negotiation/to-markdown.js'
export { type NegotiationTextOptions, negotiationToText } from './reports/negotiation/to-text.js'
export { type Outline, type OutlineRow, outline, type RowCitation } from './reports/outline.js'
export { type LibraryTotals, libraryToText } from './reports/precedent/library.js'
export { lineageToHtml } from './reports/precedent/lineage-to-html.js'
export { lineageToText } from './reports/precedent/lineage-to-text.js'
export { lineageToCsv, precedentsToCsv } from './reports/precedent/to-csv.js'
export { type PrecedentsHtmlOptions, precedentsToHtml } from './reports/precedent/to-html.js'
export {
  type LineageDocument,
  lineageDocument,
  type MatchDocument,
  type PrecedentDocument,
  type PrecedentsDocument,
  precedentsDocument,
} from './reports/precedent/to-json.js'
export {
  type PrecedentTextOptions,
  precedentsToTable,
  precedentsToText,
  summaryToText,
} from './reports/precedent/to-text.js'
export { reread } from './reread.js'
export { diffToAkn, toAkn, toDocx, toMarkdown } from './written.js'
export { toHtml } from './written-html.js'
