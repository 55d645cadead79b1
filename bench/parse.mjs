// What parsing Markdown costs, as a multiple of what remark-parse costs on the same file.
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { fromMarkdown } from '../dist/index.js'
import { compare, documents, median, report } from './measure.mjs'

const remark = unified().use(remarkParse).freeze()
const texts = documents()
for (const text of texts) {
  // Once before it counts: compiled code is what is compared.
  remark.parse(text)
  fromMarkdown(text)
}
const ratios = texts.map((text) => {
  const [peer, ours] = compare([() => remark.parse(text), () => fromMarkdown(text)], 7)
  return ours / peer
})
report(`fromMarkdown / remark-parse, median of ${texts.length} files`, median(ratios), 2)
