/** What a font's name says of its look. */

export interface Look {
  bold: boolean
  italic: boolean
}

export interface Font extends Look {
  /** Text units per glyph unit. */
  scale: number
  /** Set top down, as some Chinese and Japanese is. */
  vertical: boolean
}

const plain: Font = { bold: false, italic: false, scale: 0.001, vertical: false }

/**
 * Read a font as pdf.js gives it.
 *
 * The name is better evidence than its flags: many producers set none.
 */
export function fontOf(value: unknown): Font {
  if (typeof value !== 'object' || value === null) return plain
  const { name, bold, italic, black, fontMatrix, vertical } = value as Record<string, unknown>
  // A subset bears six letters and a plus before its name.
  const base = typeof name === 'string' ? name.replace(/^[A-Z]{6}\+/u, '') : ''
  const scale = Array.isArray(fontMatrix) && typeof fontMatrix[0] === 'number' ? fontMatrix[0] : 0.001
  return {
    bold: bold === true || black === true || /bold|black|heavy|demi/iu.test(base),
    italic: italic === true || /ital|obli|kursiv/iu.test(base),
    scale,
    vertical: vertical === true,
  }
}
