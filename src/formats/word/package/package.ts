/** The parts of a Word package, found by their relationships. */
import { PlenaryError } from '../../../model/message.js'
import type { XmlLimits } from '../../xml/read-xml.js'
import { attribute, childrenOf, parseXml, type Xml } from '../../xml/xml.js'
import { settleMarkup } from './markup.js'
import type { Zip, ZipLimits } from './zip.js'

export interface Limits extends ZipLimits, XmlLimits {}

export interface Part extends Xml {
  /** Its name in the package. */
  name: string
}

interface Relationship {
  type: string
  target: string
}

/** What else zips hold, by an entry that only they have. */
const others: readonly (readonly [entry: RegExp, what: string])[] = [
  [/^xl\//u, 'an Excel workbook'],
  [/^ppt\//u, 'a PowerPoint presentation'],
  [/^meta-inf\/container\.xml$/u, 'an EPUB book'],
]

/** Parts in the place of those of the archive, and behind them. */
type Edited = ReadonlyMap<string, string>

export class WordPackage {
  readonly main: Part
  readonly #zip: Zip
  readonly #edited: Edited
  readonly #file: string
  readonly #limits: Limits
  readonly #relationships: Map<string, Relationship>
  readonly #folder: string
  /** Parts by their name: each is parsed once. */
  readonly #parts: Map<string, Part>

  /** @throws PlenaryError `legacy` or `not-word` if the zip holds something else, or what `Zip` and `parseXml` throw. */
  constructor(
    zip: Zip,
    file: string,
    limits: Limits,
    edited: Edited = new Map(),
    parts = new Map<string, Part>(),
  ) {
    this.#zip = zip
    this.#edited = edited
    this.#parts = parts
    this.#file = file
    this.#limits = limits
    const roots = [...this.#readRelationships('_rels/.rels', '').values()]
    const named = roots.find(({ type }) => type === 'officeDocument')?.target
    const name = named !== undefined && this.#has(named) ? named : 'word/document.xml'
    if (!this.#has(name)) throw this.#notWord()
    const main = this.#part(name)
    if (main?.root.name !== 'document') throw this.#notWord()
    this.main = main
    this.#folder = name.slice(0, name.lastIndexOf('/') + 1)
    this.#relationships = this.#readRelationships(this.relationshipsName, this.#folder)
  }

  /** The part that plays a role (`styles`, `footnotes`); undefined if the document has none. */
  byRole(role: string): Part | undefined {
    for (const { type, target } of this.#relationships.values())
      if (type === role && this.#has(target)) return this.#part(target)
    return this.#part(`${this.#folder}${role}.xml`)
  }

  /** The part a relationship names; undefined if it is missing. */
  byId(id: string | undefined): Part | undefined {
    const found = id === undefined ? undefined : this.#relationships.get(id)
    return found && this.#part(found.target)
  }

  /** A part by its name in the package. */
  byName(name: string): Part | undefined {
    return this.#part(name)
  }

  /** An entry as it is, whatever it holds, and its name; undefined if a relationship has none. */
  entryById(id: string): { name: string; bytes: Uint8Array } | undefined {
    const name = this.#relationships.get(id)?.target
    const bytes = name === undefined ? undefined : this.#zip.read(name)
    return name !== undefined && bytes ? { name, bytes } : undefined
  }

  /** Names of all entries, in lower case. */
  get names(): string[] {
    return this.#zip.names
  }

  /** A part that is not in the package yet. */
  parse(name: string, xml: string): Part {
    return { name, ...parseXml(new TextEncoder().encode(xml), name, this.#file, this.#limits) }
  }

  /** Where parts of the document are, with a `/` at the end. */
  get folder(): string {
    return this.#folder
  }

  /** The part with the relationships of the document. */
  get relationshipsName(): string {
    return `${this.#folder}_rels/${this.main.name.slice(this.#folder.length)}.rels`
  }

  /** The package with some parts replaced or added, and some left out; the others stay as they are, to the byte. */
  rewrite(parts: Edited, left?: ReadonlySet<string>): Uint8Array {
    const encoder = new TextEncoder()
    const edited = [...this.#edited, ...parts]
    return this.#zip.rewrite(new Map(edited.map(([name, xml]) => [name, encoder.encode(inUtf8(xml))])), left)
  }

  /** The same package, opened: nothing is packed and unpacked, and what is not replaced is not parsed again. */
  with(parts: Edited): WordPackage {
    const edited = new Map([...this.#edited, ...parts])
    const kept = new Map([...this.#parts].filter(([name]) => !parts.has(name)))
    return new WordPackage(this.#zip, this.#file, this.#limits, edited, kept)
  }

  #has(name: string): boolean {
    return this.#edited.has(name) || this.#zip.has(name)
  }

  #part(name: string): Part | undefined {
    const known = this.#parts.get(name)
    if (known) return known
    const edited = this.#edited.get(name)
    const bytes = edited === undefined ? this.#zip.read(name) : new TextEncoder().encode(inUtf8(edited))
    if (!bytes) return undefined
    const part = { name, ...parseXml(bytes, name, this.#file, this.#limits) }
    settleMarkup(part.root)
    this.#parts.set(name, part)
    return part
  }

  #readRelationships(name: string, folder: string): Map<string, Relationship> {
    const found = new Map<string, Relationship>()
    for (const one of childrenOf(this.#part(name)?.root, 'Relationship')) {
      const target = attribute(one, 'Target') ?? ''
      if (attribute(one, 'TargetMode') === 'External') continue
      const type = attribute(one, 'Type') ?? ''
      found.set(attribute(one, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(target, folder),
      })
    }
    return found
  }

  #notWord(): PlenaryError {
    const { names } = this.#zip
    if (names.includes('content.xml'))
      return new PlenaryError('legacy', { file: this.#file, format: 'OpenDocument' })
    const what = others.find(([entry]) => names.some((name) => entry.test(name)))?.[1]
    return new PlenaryError('not-word', { file: this.#file, what: what ?? 'a zip archive' })
  }
}

function resolve(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** A part that was in UTF-16 is written in UTF-8 and says so. */
function inUtf8(xml: string): string {
  return xml.replace(/^(\uFEFF?<\?xml[^>]{0,200}?encoding=["'])[\w-]+/u, '$1UTF-8')
}
