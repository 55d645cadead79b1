/** A tree → a document, in the format asked for. Each loads what it needs. */
import { match } from 'ts-pattern'
import type { Root } from '../../model/tree/types.js'

export type TreeFormat = 'md' | 'text' | 'docx' | 'akn'

/** Load a writer; it writes when it is called. */
export function treeWriter(format: TreeFormat): Promise<(tree: Root) => string | Promise<Uint8Array>> {
  return match(format)
    .returnType<Promise<(tree: Root) => string | Promise<Uint8Array>>>()
    .with('md', async () => (await import('../../formats/markdown/to-markdown.js')).writeMarkdown)
    .with('text', async () => (await import('../../formats/text/to-text.js')).toText)
    .with('akn', async () => (await import('../../formats/akn/write/to-akn.js')).writeTree)
    .with('docx', async () => (await import('../../formats/word/write/to-docx.js')).writeDocx)
    .exhaustive()
}
