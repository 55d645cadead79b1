/** The door to pdf.js: a file opened, its pages as lists of drawing operators, its faults as ours. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PlenaryError } from '../../model/message.js'
import { holds } from '../bytes.js'
import type { Annotation } from './annotations.js'
import { dropRejections } from './rejections.js'
import { refuseExpanding } from './streams.js'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** What a page draws: operators with their arguments, and the fonts that they name. */
export interface Drawing {
  operators: readonly number[]
  operands: readonly (readonly unknown[] | null)[]
  /** Points to device units from the top left corner, the page turned upright. */
  transform: readonly number[]
  width: number
  height: number
  annotations: readonly Annotation[]
  font: (name: string) => unknown
}

export type Codes = Readonly<Record<string, number>>

export interface OpenPdf {
  pageCount: number
  /** Operator codes by name. */
  codes: Codes
  page: (number: number) => Promise<Drawing>
  close: () => Promise<void>
}

/** What pdf.js asks of a browser as it loads; it is for drawing, which is never done here. */
const drawingClasses = ['DOMMatrix', 'ImageData', 'Path2D'] as const
/** What pdf.js replaces for all the process, slower by far, for the sake of odd cases that it never meets. */
const builtIns: [object: object, name: string][] = [
  [Array.prototype, 'push'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
]

let loaded: Promise<Pdfjs> | undefined

/**
 * Keep pdf.js from loading its canvas, which is native code for drawing, also where it is installed.
 *
 * Gives what puts the process back as it was.
 */
function withoutCanvas(): () => void {
  const node = (globalThis as { process?: NodeJS.Process }).process
  const builtIn = node?.getBuiltinModule
  if (!node || !builtIn) return () => {}
  const guarded = ((name: string) => {
    const found = builtIn.call(node, name)
    if (name !== 'module') return found
    const { createRequire } = found as typeof import('node:module')
    return { createRequire: (from: string) => withoutDrawing(createRequire(from)) }
  }) as typeof builtIn
  node.getBuiltinModule = guarded
  return () => {
    node.getBuiltinModule = builtIn
  }
}

function withoutDrawing(require: NodeJS.Require): NodeJS.Require {
  const guarded = (name: string) => {
    if (name === '@napi-rs/canvas') throw new Error('reading draws nothing')
    return require(name)
  }
  return Object.assign(guarded, require)
}

/** Load pdf.js without a canvas and without its complaint that there is none. */
async function load(): Promise<Pdfjs> {
  const globals = globalThis as Record<string, unknown>
  const absent = drawingClasses.filter((name) => globals[name] === undefined)
  for (const name of absent) globals[name] = class {}
  const kept = builtIns.map(
    ([object, name]) => [object, name, Object.getOwnPropertyDescriptor(object, name)] as const,
  )
  const restore = withoutCanvas()
  const { warn } = console
  console.warn = (...args: unknown[]) => {
    if (!/^Warning: Cannot (?:load|access|polyfill)/u.test(String(args[0]))) warn(...args)
  }
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Else it is loaded later, by a path, and replaces them again.
    // @ts-expect-error It declares no types.
    const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    // It says so itself, but a bundler may leave out a module of which nothing is used.
    globals.pdfjsWorker = { WorkerMessageHandler }
    return pdfjs
  } finally {
    console.warn = warn
    restore()
    for (const name of absent) delete globals[name]
    for (const [object, name, descriptor] of kept)
      if (descriptor) Object.defineProperty(object, name, descriptor)
  }
}

/**
 * Open a PDF.
 *
 * Given its bytes, which are copied.
 *
 * @throws PlenaryError `encrypted`, `expands` and `too-complex` beyond a bound, or `damaged` where its
 * structure cannot be read.
 */
export async function openPdf(bytes: Uint8Array, file: string, maxSize = defaultMaxSize): Promise<OpenPdf> {
  // pdf.js rebuilds what it finds of a file that is cut short, and says nothing of what it did not find.
  if (!endsWhole(bytes)) throw new PlenaryError('damaged', { file, reason: 'its end is missing' })
  refuseExpanding(bytes, file, { maxExpanded: maxSize, maxContent: maxSize / contentShare })
  const budget = new DrawingBudget(file, maxSize)
  loaded ??= load()
  const pdfjs = await loaded
  const endDropping = dropRejections()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer away, and no Buffer at all.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: false,
    // No picture holds text that could be read here: none is decoded.
    maxImageSize: 0,
  })
  const listed = new Map<string, number>()
  let document: PDFDocumentProxy
  try {
    document = await task.promise
  } catch (error) {
    await task.destroy()
    await endDropping()
    throw fault(error, file)
  }
  return {
    pageCount: document.numPages,
    codes: pdfjs.OPS,
    page: async (number) => {
      try {
        const page = await document.getPage(number)
        const key = page.ref ? `${page.ref.num} ${page.ref.gen}` : `page ${number}`
        const times = (listed.get(key) ?? 0) + 1
        listed.set(key, times)
        if (times > mostListed) throw new Error(`it lists one page more than ${mostListed} times`)
        return await draw(page, pdfjs, budget)
      } catch (error) {
        throw fault(error, file, number)
      }
    },
    close: async () => {
      await task.destroy()
      await endDropping()
    },
  }
}

/** A page is listed once; a file of a few kilobytes can list one thousands of times. */
const mostListed = 20

/** What follows the end of a PDF: padding, and lines that mail and web servers add. */
const longestTail = 4096

function endsWhole(bytes: Uint8Array): boolean {
  return holds(bytes.subarray(Math.max(0, bytes.length - longestTail)), 'startxref')
}

/** As of a package: expanded, the largest of some hundred PDFs of resolutions has 3.4 MB. */
const defaultMaxSize = 64 * 1024 * 1024
/** Of what all streams may have, one page or form may have a sixteenth: 4 MiB, 60 times the largest. */
const contentShare = 16
/** Bytes of `maxSize` for each operator, or sign: 64 MiB admit a million, as of tags in Word. */
const bytesPerOperator = 64
/** A form that is drawn costs pdf.js as much as so many operators. */
const formCost = 20

/** How much the pages of a document may draw, together. */
class DrawingBudget {
  readonly #file: string
  readonly #limit: number
  #spent = 0

  constructor(file: string, maxSize: number) {
    this.#file = file
    this.#limit = Math.floor(maxSize / bytesPerOperator)
  }

  /** Refuse a piece of a page that is one too many. */
  spend({ fnArray, argsArray }: Operators, { paintFormXObjectBegin, showText }: Codes): void {
    for (const [index, code] of fnArray.entries()) {
      const signs = code === showText ? (argsArray[index]?.[0] as unknown[] | undefined) : undefined
      this.#spent += code === paintFormXObjectBegin ? formCost : Math.max(1, signs?.length ?? 0)
    }
    if (this.#spent > this.#limit)
      throw new PlenaryError('too-complex', {
        file: this.#file,
        part: 'its pages',
        limit: this.#limit,
        unit: 'operators',
      })
  }
}

interface Operators {
  fnArray: number[]
  argsArray: (unknown[] | null)[]
}

/** pdf.js gets the operators of a page piece by piece, by a method that its types do not declare. */
interface Pieces {
  _renderPageChunk: (piece: Operators, state: unknown) => void
}

/**
 * Get the operators of a page.
 *
 * Forms that draw forms can make any number of them: the pieces are counted as they come.
 */
async function operatorsOf(
  page: PDFPageProxy,
  { AnnotationMode, OPS }: Pdfjs,
  budget: DrawingBudget,
): Promise<Operators> {
  const pieces = page as unknown as Pieces
  const take = pieces._renderPageChunk.bind(page)
  const refused = new Promise<never>((_, reject) => {
    pieces._renderPageChunk = (piece, state) => {
      try {
        budget.spend(piece, OPS)
      } catch (error) {
        reject(error)
        return
      }
      take(piece, state)
    }
  })
  return await Promise.race([page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }), refused])
}

async function draw(page: PDFPageProxy, pdfjs: Pdfjs, budget: DrawingBudget): Promise<Drawing> {
  const { fnArray, argsArray } = await operatorsOf(page, pdfjs, budget)
  // Fonts come by their own messages, the last of which may still be on its way.
  await new Promise((resolve) => setTimeout(resolve))
  // Those that are printed: of what the screen shows pdf.js reads the drawings, without a bound.
  const annotations = (await page.getAnnotations({ intent: 'print' })) as Annotation[]
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const fonts = new Map<string, unknown>()
  return {
    operators: fnArray,
    operands: argsArray,
    transform,
    width,
    height,
    annotations,
    font: (name) => {
      if (!fonts.has(name)) {
        const store = name.startsWith('g_') ? page.commonObjs : page.objs
        fonts.set(name, store.has(name) ? store.get(name) : undefined)
      }
      return fonts.get(name)
    },
  }
}

function fault(error: unknown, file: string, page?: number): PlenaryError {
  if (error instanceof PlenaryError) return error
  const { name, message } = error as Error
  if (name === 'PasswordException') return new PlenaryError('encrypted', { file })
  const said = message.replace(/\s+/gu, ' ').replace(/[.\s]+$/u, '')
  const where = page === undefined ? '' : `page ${page}: `
  return new PlenaryError('damaged', { file, reason: `${where}${said}` })
}
