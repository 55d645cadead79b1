// Render a comparison: a redline for a terminal, and a page to send.
import { diff, diffToHtml, diffToText, fromMarkdown } from 'plenary'
import { draft } from './draft.js'

const found = diff(fromMarkdown(draft), fromMarkdown(draft.replace('*Urges*', '*Invites*')))
const redline = diffToText(found, { width: 60 })
const page = diffToHtml(found, { language: 'en', files: { old: 'draft.md', new: 'revised.md' } })

console.log(redline.split('\n').find((line) => line.includes('{+')))
console.log(page.split('\n')[0]?.slice(0, 15))
//   [-Urges-]{+Invites+} States parties to keep their lamps
// <!doctype html>
