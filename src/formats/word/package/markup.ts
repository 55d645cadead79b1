/** What an element takes from those around it, written on it, so that a walk need not look back. */
import { attribute, type Element, elements, valOf } from '../../xml/xml.js'

/** Namespaces whose elements are read. Word's own all begin so; their prefixes are free. */
const understood =
  /^(?:http:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\/|http:\/\/purl\.oclc\.org\/ooxml\/|urn:schemas-microsoft-com:)/u

/** Elements that hold the characters of a document: of WordprocessingML, of equations, of drawings. */
export const textNames: ReadonlySet<string> = new Set(['t', 'delText'])

interface Inherited {
  /** `xml:space` in force. */
  space: string | undefined
  namespaces: ReadonlyMap<string, string>
}

/**
 * Write on each element of a part what it inherits.
 *
 * Ensures that `xml:space` is on every text that it is in force for, and that the
 * choices of alternate content are only those whose namespaces are understood.
 */
export function settleMarkup(root: Element): void {
  const stack: { element: Element; inherited: Inherited }[] = [
    { element: root, inherited: { space: undefined, namespaces: new Map() } },
  ]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { element } = next
    const inherited = inheritedBy(element, next.inherited)
    if (inherited.space !== undefined && textNames.has(element.name))
      element.attribs['xml:space'] = inherited.space
    if (element.name === 'AlternateContent') dropChoices(element, inherited)
    for (const child of element.children) if ('attribs' in child) stack.push({ element: child, inherited })
  }
}

/** Most elements change nothing: they share what their parent has. */
function inheritedBy({ attribs }: Element, outer: Inherited): Inherited {
  let result = outer
  for (const key in attribs) {
    const value = attribs[key] as string
    if (key === 'xml:space' && value !== outer.space) result = { ...result, space: value }
    else if (key.startsWith('xmlns:'))
      result = { ...result, namespaces: new Map(result.namespaces).set(key.slice(6), value) }
  }
  return result
}

/** A choice that asks for what is not known is none. */
function dropChoices(alternate: Element, inherited: Inherited): void {
  for (const choice of elements(alternate)) {
    if (choice.name !== 'Choice') continue
    const { namespaces } = inheritedBy(choice, inherited)
    const required = (attribute(choice, 'Requires') ?? '').split(/\s+/u).filter((prefix) => prefix !== '')
    if (!required.every((prefix) => understood.test(namespaces.get(prefix) ?? '')))
      choice.name = 'UnknownChoice'
  }
}

/** The branch of alternate content that Word shows: the first choice that is understood. */
export function branches(alternate: Element): Element[] {
  const all = elements(alternate)
  const choice = all.find(({ name }) => name === 'Choice') ?? all.find(({ name }) => name === 'Fallback')
  return choice ? [choice] : []
}

/** The content of a control is a prompt to type there, not the author's text. */
export function isPrompt(control: Element): boolean {
  for (const properties of elements(control)) {
    if (properties.name !== 'sdtPr') continue
    const showing = elements(properties).find(({ name }) => name === 'showingPlcHdr')
    if (showing) return !/^(?:0|false|off)$/u.test(valOf(properties, 'showingPlcHdr') ?? '1')
  }
  return false
}

/** Contents of the text boxes of a drawing. */
export function textBoxes(drawing: Element): Element[] {
  const found: Element[] = []
  const stack = [drawing]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.name === 'txbxContent') found.push(next)
    else {
      const inside = next.name === 'AlternateContent' ? branches(next) : elements(next)
      for (const element of inside.reverse()) stack.push(element)
    }
  }
  return found
}
