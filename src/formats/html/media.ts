/** Conditions of style sheets: what holds on the screen of a desk. */
import type { CssNode } from 'css-tree'

/** The screen that pages are read on: the width of a common window, in CSS pixels. */
const screen = { width: 1280, height: 800 }
/** A CSS pixel in each unit of length; `em` is that of the browser's own letters. */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
}
const dots: Readonly<Record<string, number>> = { dppx: 1, x: 1, dpi: 1 / 96, dpcm: 2.54 / 96 }
/** Features with a measure. */
const measures: Readonly<Record<string, number>> = {
  width: screen.width,
  height: screen.height,
  'device-width': screen.width,
  'device-height': screen.height,
  'aspect-ratio': screen.width / screen.height,
  'device-aspect-ratio': screen.width / screen.height,
  resolution: 1,
  color: 8,
  monochrome: 0,
  'color-index': 0,
}
/** Features that are one of several words. */
const words: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  scripting: 'enabled',
  update: 'fast',
  scan: 'progressive',
  'display-mode': 'browser',
}

/** Does a condition of `@media` or `@supports` hold? One that is not understood does not. */
export function holds(condition: CssNode | null): boolean {
  if (!condition) return true
  switch (condition.type) {
    case 'AtrulePrelude':
      return condition.children.toArray().every(holds)
    case 'MediaQueryList':
      return condition.children.toArray().some(holds)
    case 'MediaQuery': {
      const { mediaType, modifier } = condition
      const media = mediaType === null || /^(?:all|screen)$/iu.test(mediaType)
      const found = media && holds(condition.condition)
      return modifier?.toLowerCase() === 'not' ? !found : found
    }
    case 'Condition':
      return combined(condition.children.toArray())
    case 'Feature':
      return plainFeature(condition.name.toLowerCase(), condition.value)
    case 'FeatureRange': {
      const { left, leftComparison, middle, rightComparison, right } = condition
      return (
        compared(left, leftComparison, middle) && (right === null || compared(middle, rightComparison, right))
      )
    }
    // Every browser of today knows the properties that say how a text looks.
    case 'SupportsDeclaration':
      return true
    default:
      return false
  }
}

/** `a and b`, `a or b`, `not a`. */
function combined(parts: readonly CssNode[]): boolean {
  let result: boolean | undefined
  let joint = 'and'
  let negated = false
  for (const part of parts) {
    if (part.type === 'Identifier') {
      if (part.name.toLowerCase() === 'not') negated = !negated
      else joint = part.name.toLowerCase()
      continue
    }
    const value = holds(part) !== negated
    negated = false
    result = result === undefined ? value : joint === 'or' ? result || value : result && value
  }
  return result ?? false
}

function plainFeature(name: string, value: CssNode | null): boolean {
  const [, bound, base = ''] = /^(?:-webkit-)?(?:(min|max)-)?([a-z-]+)$/u.exec(name) ?? []
  const own = measures[base]
  if (own === undefined) {
    const word = words[base]
    if (word === undefined) return false
    return value === null ? word !== 'none' : value.type === 'Identifier' && value.name.toLowerCase() === word
  }
  if (value === null) return own > 0
  const asked = measureOf(value)
  if (asked === undefined) return false
  return bound === 'min' ? own >= asked : bound === 'max' ? own <= asked : own === asked
}

function compared(left: CssNode, comparison: string | null, right: CssNode): boolean {
  const [a, b] = [measureOf(left), measureOf(right)]
  if (a === undefined || b === undefined) return false
  switch (comparison) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      return a === b
  }
}

function measureOf(node: CssNode): number | undefined {
  switch (node.type) {
    case 'Identifier':
      return measures[node.name.toLowerCase()]
    case 'Number':
      return Number(node.value)
    case 'Dimension': {
      const unit = node.unit.toLowerCase()
      const scale = pixels[unit] ?? dots[unit]
      return scale === undefined ? undefined : Number(node.value) * scale
    }
    case 'Ratio': {
      const right = node.right === null ? 1 : measureOf(node.right as unknown as CssNode)
      const left = measureOf(node.left as unknown as CssNode)
      return left === undefined || right === undefined ? undefined : left / right
    }
    default:
      return undefined
  }
}
