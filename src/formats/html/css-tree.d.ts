/** The parts of css-tree that are loaded alone: its whole carries the grammar of every property. */
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree'
}
declare module 'css-tree/generator' {
  export { generate as default } from 'css-tree'
}
declare module 'css-tree/tokenizer' {
  export const tokenize: (source: string, onToken: (type: number, start: number, end: number) => void) => void
}
