/** Drawing operators → glyphs with their places, and the rules (thin lines) of a page. */
import type { Codes, Drawing } from './document.js'
import { type Font, fontOf, type Look } from './fonts.js'
import { apply, type Matrix, multiply } from './matrix.js'
import { strokesOf } from './paths.js'

/** Points from the page's top left corner; `y` is the baseline's. */
export interface Glyph {
  text: string
  x: number
  right: number
}

/** Glyphs shown at one go, in one font, on one baseline. */
export interface Run {
  glyphs: Glyph[]
  x: number
  right: number
  y: number
  size: number
  look: Look
  /** The producer marked it as the page's, not the author's: headers, footers, rules. */
  artifact: boolean
}

/** A thin straight line or bar. */
export interface Stroke {
  x: number
  right: number
  y: number
  bottom: number
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

export interface PageGlyphs {
  number: number
  width: number
  height: number
  runs: Run[]
  /** Text that does not run from left to right along the page: marginal notes, stamps. */
  turned: string[]
  /** Text that is drawn where the page does not show it: beyond its edges, or cut off. */
  unseen: string[]
  strokes: Stroke[]
  /** Numbers at the margin that count the lines. */
  lineNumbers?: string[]
}

/** The part of the graphics state that places text. */
interface State {
  matrix: Matrix
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  /** What is drawn outside of it is not seen. */
  shown: Rectangle
}

/** Letters reach this part of their size above the baseline, seen or not. */
const seenHeight = 0.4
/** Baselines on the edge, within so many points, are inside. */
const edge = 1

const identity: Matrix = [1, 0, 0, 1, 0, 0]
/** Thicker than this, in points, it is a box and no rule. */
const thickestRule = 2
/** A page of text has some hundreds: what has more is a drawing, and its lines are no rules. */
const mostStrokes = 20_000

/** Read where a page puts its glyphs. */
export function readGlyphs(drawing: Drawing, codes: Codes, number: number): PageGlyphs {
  return new Interpreter(drawing, codes, number).read()
}

class Interpreter {
  readonly #drawing: Drawing
  readonly #page: PageGlyphs
  readonly #codes: Codes
  #state: State
  #stack: State[] = []
  #text: Matrix = identity
  #line: Matrix = identity
  /** One entry for each open piece of marked content. */
  #marked: boolean[] = []
  #artifacts = 0
  /** The next path cuts off what is drawn outside of it. */
  #clips = false
  readonly #fills: ReadonlySet<number>

  constructor(drawing: Drawing, codes: Codes, number: number) {
    this.#fills = new Set([codes.fill as number, codes.eoFill as number])
    this.#drawing = drawing
    this.#codes = codes
    const { width, height, transform } = drawing
    this.#page = { number, width, height, runs: [], turned: [], unseen: [], strokes: [] }
    this.#state = {
      matrix: transform as Matrix,
      font: fontOf(undefined),
      size: 1,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      shown: [0, 0, width, height],
    }
  }

  read(): PageGlyphs {
    const { operators, operands } = this.#drawing
    const steps = this.#steps()
    operators.forEach((code, index) => {
      steps.get(code)?.(operands[index] ?? [])
    })
    return this.#page
  }

  #steps(): Map<number, (args: readonly unknown[]) => void> {
    const number = (args: readonly unknown[], at = 0) => Number(args[at] ?? 0)
    const named: Record<string, (args: readonly unknown[]) => void> = {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => this.#transform(args as Matrix),
      paintFormXObjectBegin: ([matrix, box]) => {
        this.#save()
        if (matrix) this.#transform(matrix as Matrix)
        if (box) this.#clip(box as ArrayLike<number>)
      },
      paintFormXObjectEnd: () => this.#restore(),
      beginText: () => {
        this.#text = this.#line = identity
      },
      setFont: (args) => this.#setFont(String(args[0]), number(args, 1)),
      setGState: ([entries]) => {
        for (const [key, value] of entries as [string, unknown][])
          if (key === 'Font' && Array.isArray(value)) this.#setFont(String(value[0]), number(value, 1))
      },
      setTextMatrix: (args) => {
        const given = (args.length === 1 ? args[0] : args) as ArrayLike<number>
        this.#text = this.#line = Array.from(given) as unknown as Matrix
      },
      moveText: (args) => this.#move(number(args), number(args, 1)),
      setLeadingMoveText: (args) => {
        this.#state.leading = -number(args, 1)
        this.#move(number(args), number(args, 1))
      },
      nextLine: () => this.#move(0, -this.#state.leading),
      setLeading: (args) => {
        this.#state.leading = number(args)
      },
      setCharSpacing: (args) => {
        this.#state.charSpacing = number(args)
      },
      setWordSpacing: (args) => {
        this.#state.wordSpacing = number(args)
      },
      setHScale: (args) => {
        this.#state.stretch = number(args) / 100
      },
      setTextRise: (args) => {
        this.#state.rise = number(args)
      },
      showText: ([glyphs]) => this.#show(glyphs as readonly unknown[]),
      beginMarkedContent: ([tag]) => this.#begin(tag),
      beginMarkedContentProps: ([tag]) => this.#begin(tag),
      endMarkedContent: () => {
        if (this.#marked.pop()) this.#artifacts--
      },
      clip: () => {
        this.#clips = true
      },
      eoClip: () => {
        this.#clips = true
      },
      constructPath: (args) => this.#path(args),
    }
    return new Map(Object.entries(named).map(([name, step]) => [this.#codes[name] as number, step]))
  }

  #save(): void {
    this.#stack.push({ ...this.#state })
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state
  }

  #transform(matrix: Matrix): void {
    this.#state.matrix = multiply(this.#state.matrix, matrix)
  }

  #move(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y])
    this.#text = this.#line
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#fontOf(name)
    this.#state.size = size
  }

  readonly #fonts = new Map<string, Font>()
  #fontOf(name: string): Font {
    const known = this.#fonts.get(name)
    if (known) return known
    const font = fontOf(this.#drawing.font(name))
    this.#fonts.set(name, font)
    return font
  }

  #begin(tag: unknown): void {
    const name = typeof tag === 'object' && tag !== null ? (tag as { name?: unknown }).name : tag
    const artifact = name === 'Artifact'
    this.#marked.push(artifact)
    if (artifact) this.#artifacts++
  }

  #show(entries: readonly unknown[]): void {
    const { font, size, charSpacing, wordSpacing, stretch, rise, matrix } = this.#state
    const whole = multiply(matrix, this.#text)
    const [a, b, c, d] = whole
    const upright = !font.vertical && a * Math.sign(size) > 0 && Math.abs(b) < 0.1 * Math.abs(a)
    const [left, y] = apply(whole, 0, rise)
    const unit = a * stretch
    const glyphs: Glyph[] = []
    let at = 0
    for (const entry of entries) {
      if (typeof entry === 'number') {
        at -= (entry * size) / 1000
        continue
      }
      const glyph = entry as { unicode?: string; width?: number; isSpace?: boolean } | null
      if (!glyph) continue
      const x = at
      const advance = (glyph.width ?? 0) * font.scale * size
      at += advance + charSpacing + (glyph.isSpace ? wordSpacing : 0)
      const text = glyph.unicode ?? ''
      if (text !== '' && text !== '\0')
        glyphs.push({ text, x: left + x * unit, right: left + (x + advance) * unit })
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, at * stretch, 0])
    const first = glyphs[0]
    const last = glyphs.at(-1)
    if (!first || !last) return
    if (!upright) {
      this.#page.turned.push(glyphs.map(({ text }) => text).join(''))
      return
    }
    const height = Math.abs(size) * Math.hypot(c, d)
    if (!this.#isShown(first.x, last.right, y, height)) {
      this.#page.unseen.push(glyphs.map(({ text }) => text).join(''))
      return
    }
    this.#page.runs.push({
      glyphs,
      x: first.x,
      right: last.right,
      y,
      size: height,
      look: font,
      artifact: this.#artifacts > 0,
    })
  }

  /**
   * Whether what is drawn can be read: Chromium draws the feet of a page's last line again on the next one.
   *
   *     ──────────────────────── the edge of what is shown
   *          y        g    p     a baseline above it
   */
  #isShown(x: number, right: number, y: number, size: number): boolean {
    const [left, top, end, bottom] = this.#state.shown
    return y > top - edge && y - seenHeight * size < bottom + edge && right > left - edge && x < end + edge
  }

  #clip(box: ArrayLike<number>): void {
    const [x1, y1, x2, y2] = [box[0] as number, box[1] as number, box[2] as number, box[3] as number]
    const [a, b, c, d, e, f] = this.#state.matrix
    // The extent of four corners turned is the sum of what each side reaches.
    const [ax, cy, bx, dy] = [a * x1, c * y1, b * x1, d * y1]
    const [ax2, cy2, bx2, dy2] = [a * x2, c * y2, b * x2, d * y2]
    const extent: Rectangle = [
      Math.min(ax, ax2) + Math.min(cy, cy2) + e,
      Math.min(bx, bx2) + Math.min(dy, dy2) + f,
      Math.max(ax, ax2) + Math.max(cy, cy2) + e,
      Math.max(bx, bx2) + Math.max(dy, dy2) + f,
    ]
    if (!extent.every(Number.isFinite)) return
    const [left, top, right, bottom] = this.#state.shown
    this.#state.shown = [
      Math.max(left, extent[0]),
      Math.max(top, extent[1]),
      Math.min(right, extent[2]),
      Math.min(bottom, extent[3]),
    ]
  }

  #path([kind, data, bounds]: readonly unknown[]): void {
    const { endPath } = this.#codes
    if (this.#clips && bounds) this.#clip(bounds as ArrayLike<number>)
    this.#clips = false
    const path = (data as readonly unknown[] | undefined)?.[0]
    const { strokes } = this.#page
    if (kind === endPath || strokes.length >= mostStrokes || !bounds) return
    const { matrix } = this.#state
    const outlined = !this.#fills.has(kind as number)
    const boxes = path instanceof Float32Array ? strokesOf(path, outlined) : [bounds as ArrayLike<number>]
    for (const box of boxes) {
      const [x1, y1] = apply(matrix, box[0] as number, box[1] as number)
      const [x2, y2] = apply(matrix, box[2] as number, box[3] as number)
      const stroke = {
        x: Math.min(x1, x2),
        right: Math.max(x1, x2),
        y: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
      }
      const thickness = Math.min(stroke.right - stroke.x, stroke.bottom - stroke.y)
      if (Number.isFinite(thickness) && thickness <= thickestRule) strokes.push(stroke)
    }
  }
}
