/** The words of strings and expressions in code, and those that the grammars hold. */
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { sourceLanguages } from '../../src/language/sources.js'
import { grammars, readCommon, readLanguage } from './grammars.js'

/** A string, a part of a template or an expression. */
export interface Literal {
  file: string
  line: number
  kind: 'string' | 'expression'
  text: string
}

const root = new URL('../../src/', import.meta.url)

/** The words of a text; an expression's names of groups, classes and escapes are none. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(
      /\(\?<[A-Za-z]\w*>|\\k<\w+>|\{\w+\}|\\[pP]\{[^}]*\}|\\u\{?[\dA-Fa-f]{2,6}\}?|\\x[\dA-Fa-f]{2}/gu,
      ' ',
    )
    .replace(/\\[A-Za-z]/gu, ' ')
  return plain.match(/[\p{L}\p{M}]+/gu) ?? []
}

function everyJson(visit: (value: unknown, key: string) => void): void {
  const walk = (value: unknown, key: string) => {
    visit(value, key)
    if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (value && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  // What reports say is no text of a language that is read.
  for (const name of readdirSync(grammars, { recursive: true, encoding: 'utf8' }))
    if (/^(?!interface)\w+[/\\].*\.json$/u.test(name))
      walk(JSON.parse(readFileSync(new URL(name, grammars), 'utf8')), '')
}

/** What in a record says something about it, and is none of the language's own words. */
const about = new Set([
  '$schema',
  'why',
  'source',
  'verbSource',
  'id',
  'effect',
  'stance',
  'role',
  'says',
  'kind',
])

/** The words of all languages in small letters, and the ids and keys that code asks for. */
export function vocabulary(): { words: Set<string>; ids: Set<string> } {
  const words = new Set<string>()
  const ids = new Set<string>()
  everyJson((value, key) => {
    if (value && typeof value === 'object' && !Array.isArray(value))
      for (const name of Object.keys(value)) ids.add(name)
    if (typeof value !== 'string') return
    if (about.has(key)) ids.add(value)
    else
      for (const word of wordsOf(value))
        if (word.length > 1 || !/^[a-z]$/iu.test(word)) words.add(word.toLowerCase())
  })
  return { words, ids }
}

/** Words that only texts of the United Nations have together: verbs, bodies, months, hedges and what counts or strengthens. */
export function officialWords(): Set<string> {
  const words = new Set(readCommon().series.map(({ body }) => body.toLowerCase()))
  for (const language of sourceLanguages(grammars)) {
    const { verbs, bodies, months, hedges, obligations, enumerators, intensifiers } = readLanguage(language)
    const texts = [
      ...verbs.flatMap(({ forms }) => [...forms.preambular, ...forms.operative]),
      ...bodies.map(({ name }) => name),
      ...months.flat(),
      ...[hedges, obligations, enumerators, intensifiers].flat().flatMap(({ forms }) => forms),
    ]
    for (const word of texts.flatMap(wordsOf)) if (word.length > 3) words.add(word.toLowerCase())
  }
  return words
}

/** Properties that hold what people read. */
const wording = new Set(['says', 'why', 'source', 'examples', 'message', 'reason'])

function isWording(node: ts.Node): boolean {
  for (let one: ts.Node | undefined = node; one; one = one.parent) {
    if (ts.isThrowStatement(one)) return true
    if (ts.isNewExpression(one) && /Error$/u.test(one.expression.getText())) return true
    if (ts.isPropertyAssignment(one) && wording.has(one.name.getText())) return true
  }
  return false
}

/** All literals of the source, and the names that its types and objects give. */
export function literalsOfCode(): { literals: Literal[]; names: Set<string> } {
  const literals: Literal[] = []
  const names = new Set<string>()
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, root), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    const add = (node: ts.Node, kind: Literal['kind'], text: string) => {
      if (isWording(node)) return
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      literals.push({ file: file.replaceAll('\\', '/'), line, kind, text })
    }
    const visit = (node: ts.Node) => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
      if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) names.add(node.literal.text)
      else if (ts.isRegularExpressionLiteral(node))
        add(node, 'expression', node.text.replace(/^\/|\/[a-z]*$/gu, ''))
      else if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) add(node, 'string', node.text)
      if (
        ts.isIdentifier(node) ||
        (ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node)
      )
        names.add(node.text)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { literals, names }
}
