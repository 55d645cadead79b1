/** Styles, with what they inherit. */
import { attribute, child, childrenOf, type Element, flag, valOf } from '../../xml/xml.js'

interface Style {
  id: string
  basedOn: string | undefined
  run: Element | undefined
  paragraph: Element | undefined
  table: Element | undefined
}

/** Longest chain of styles: Word itself allows eleven. */
const longestChain = 32

export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #chains = new Map<string, Style[]>()
  readonly #toggles = new Map<string, boolean>()
  readonly #defaults = new Map<string, string>()
  readonly #defaultRun: Element | undefined
  readonly defaultParagraph: Element | undefined

  constructor(root: Element | undefined) {
    const defaults = child(root, 'docDefaults')
    this.#defaultRun = child(child(defaults, 'rPrDefault'), 'rPr')
    this.defaultParagraph = child(child(defaults, 'pPrDefault'), 'pPr')
    for (const element of childrenOf(root, 'style')) {
      const id = attribute(element, 'styleId') ?? ''
      const type = attribute(element, 'type') ?? 'paragraph'
      this.#styles.set(`${type} ${id}`, {
        id,
        basedOn: valOf(element, 'basedOn'),
        run: child(element, 'rPr'),
        paragraph: child(element, 'pPr'),
        table: child(element, 'tblPr'),
      })
      const isDefault = attribute(element, 'default')
      if (isDefault === '1' || isDefault === 'true') this.#defaults.set(type, id)
    }
  }

  /** The style in force: the one named, or the default of its type. */
  idOf(type: 'paragraph' | 'character', named: string | undefined): string | undefined {
    return named !== undefined && this.#styles.has(`${type} ${named}`) ? named : this.#defaults.get(type)
  }

  /** The nearest value in a style's chain. */
  #nearest<T>(type: string, id: string | undefined, value: (style: Style) => T | undefined): T | undefined {
    for (const style of this.#chain(type, id)) {
      const found = value(style)
      if (found !== undefined) return found
    }
    return undefined
  }

  #chain(type: string, id: string | undefined): Style[] {
    const key = `${type} ${id}`
    const known = this.#chains.get(key)
    if (known) return known
    const chain: Style[] = []
    for (let next = this.#styles.get(key); next; ) {
      // A chain may run in a circle in a damaged file.
      if (chain.includes(next) || chain.length >= longestChain) break
      chain.push(next)
      next = next.basedOn === undefined ? undefined : this.#styles.get(`${type} ${next.basedOn}`)
    }
    this.#chains.set(key, chain)
    return chain
  }

  /**
   * A toggle property (italic, bold) as the styles have it.
   *
   * Paragraph and character style cancel each other out: that is how emphasis
   * inside an italic paragraph stands upright.
   *
   * @see ECMA-376 part 1, 17.7.3
   */
  toggle(name: string, paragraph: string | undefined, character: string | undefined): boolean {
    // Asked for every run, of a handful of pairs of styles.
    const key = `${name} ${paragraph} ${character}`
    let known = this.#toggles.get(key)
    if (known === undefined) {
      known = this.#combined(name, paragraph, character)
      this.#toggles.set(key, known)
    }
    return known
  }

  #combined(name: string, paragraph: string | undefined, character: string | undefined): boolean {
    if (flag(this.#defaultRun, name)) return true
    const inParagraph = this.#nearest('paragraph', paragraph, ({ run }) => flag(run, name)) ?? false
    const inCharacter = this.#nearest('character', character, ({ run }) => flag(run, name)) ?? false
    return inParagraph !== inCharacter
  }

  /** The `val` of a run property as the styles have it. */
  runValue(name: string, paragraph: string | undefined, character: string | undefined): string | undefined {
    return (
      this.#nearest('character', character, ({ run }) => valOf(run, name)) ??
      this.#nearest('paragraph', paragraph, ({ run }) => valOf(run, name)) ??
      valOf(this.#defaultRun, name)
    )
  }

  /** The nearest paragraph property of that name, and the style that has it. */
  paragraphProperty(id: string | undefined, name: string): { element: Element; style: string } | undefined {
    return this.#nearest('paragraph', id, (style) => {
      const element = child(style.paragraph, name)
      return element && { element, style: style.id }
    })
  }

  /** The numbering that a style of lists stands for. */
  listNumbering(id: string): Element | undefined {
    return this.#nearest('numbering', id, ({ paragraph }) => child(paragraph, 'numPr'))
  }

  tableBorders(id: string | undefined): Element | undefined {
    return this.#nearest('table', id, ({ table }) => child(table, 'tblBorders'))
  }
}
