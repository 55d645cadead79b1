// Compare two drafts: the verbs that changed, and the text that the changes give.
import { apply, diff, fromMarkdown, rows } from 'plenary'
import { draft } from './draft.js'

const old = fromMarkdown(draft)
const revised = fromMarkdown(draft.replace('*Urges*', '*Encourages*').replace('lit;', 'lit, as appropriate;'))
const found = diff(old, revised)

for (const { new: labels, phrases, facts } of found.changes) {
  for (const { old, new: now, shift } of phrases) console.log(labels.join(), old, '→', now, shift)
  for (const { kind, op, text } of facts) console.log(labels.join(), kind, op, text)
}
const texts = rows(old).map(({ text }) => text)
console.log(apply(found, texts)[1])
// OP1 Urges → Encourages weaker
// OP1 hedge insert as appropriate
// Encourages States parties to keep their lamps lit, as appropriate;
