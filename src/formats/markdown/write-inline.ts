/** Phrasing → Markdown that reads back as the same phrasing. */
import type { AnyNode } from '../../model/tree/types.js'

interface Run {
  text: string
  emphasis: boolean
  strong: boolean
  /** Text that is Markdown already. */
  raw?: boolean
}

/** Write inline content as one line of Markdown. */
export function inlineMarkdown(nodes: readonly AnyNode[]): string {
  const runs: Run[] = []
  for (const node of nodes) collect(node, false, false, runs)
  return write(merge(runs))
}

/** Escape what would be markup at the start of a paragraph. */
export function escapeStart(markdown: string): string {
  return markdown.replace(/^(?=#{1,6}(?:\s|$)|>|={2,}$|(?:[-_*]\s*){3,}$|\[\^)/u, '\\')
}

function collect(node: AnyNode, emphasis: boolean, strong: boolean, runs: Run[]): void {
  if (node.type === 'footnoteReference' && 'identifier' in node) {
    // A mark inside italics keeps them whole.
    runs.push({ text: `[^${String(node.identifier)}]`, emphasis, strong, raw: true })
  } else if (node.type === 'break') runs.push({ text: '<br>', emphasis, strong, raw: true })
  else if ('value' in node && typeof node.value === 'string')
    runs.push({ text: node.value, emphasis, strong })
  else if ('children' in node && Array.isArray(node.children)) {
    for (const child of node.children as AnyNode[])
      collect(child, emphasis || node.type === 'emphasis', strong || node.type === 'strong', runs)
  }
}

/** Neighbours of one style are one run; a note mark between two runs of a style does not end it. */
function merge(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  runs.forEach((run, index) => {
    let { emphasis, strong } = run
    const before = result.at(-1)
    if (run.raw && before) {
      const after = runs[index + 1]
      emphasis = before.emphasis && (after?.emphasis ?? false)
      strong = before.strong && (after?.strong ?? false)
    }
    const text = run.raw ? run.text : escapeText(run.text)
    if (before && before.emphasis === emphasis && before.strong === strong) before.text += text
    else result.push({ text, emphasis, strong })
  })
  return result
}

function write(runs: readonly Run[]): string {
  let output = ''
  for (const { text, emphasis, strong } of runs) {
    const sign = `${strong ? '**' : ''}${emphasis ? '*' : ''}`
    const core = text.trim()
    if (sign === '' || core === '') {
      output = append(output, text)
      continue
    }
    const lead = text.slice(0, text.length - text.trimStart().length)
    const tail = text.slice(text.trimEnd().length)
    output = append(output, lead)
    // A sign opens only if what is before it is not a letter against a mark.
    if (/^[^\p{L}\p{N}\s]/u.test(core)) output = encodeLast(output)
    output += `${sign}${core}${[...sign].reverse().join('')}${tail}`
  }
  return output
}

/** Append text; a letter right behind a closing sign that follows a mark is written as a reference. */
function append(output: string, text: string): string {
  const [first] = text
  if (
    first &&
    /[^\p{L}\p{N}\s*]\*{1,3}$/u.test(output) &&
    !/\\\*$/u.test(output) &&
    /[\p{L}\p{N}]/u.test(first)
  )
    return `${output}${reference(first)}${text.slice(first.length)}`
  return output + text
}

function encodeLast(output: string): string {
  const last = [...output.slice(-2)].at(-1)
  return last && /[\p{L}\p{N}]/u.test(last) ? output.slice(0, -last.length) + reference(last) : output
}

function reference(char: string): string {
  return `&#x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

function escapeText(text: string): string {
  return text
    .replace(/[\\*`]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/\[(?=\^)/gu, '\\[')
    .replace(/\](?=[([])/gu, '\\]')
    .replace(/~(?=~)/gu, '\\~')
    .replace(/(?<=\])\{/gu, '\\{')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\u00a0/gu, '&nbsp;')
}
