/** Public API: re-exports only, in the order of the pipeline. */
export * from './message.js'
export * from './tree/types.js'
export { plainText } from './tree/text.js'
export { type Row, type RowRole, rows } from './tree/rows.js'
