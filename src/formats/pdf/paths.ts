/** Drawn paths → the boxes of their straight parts. */

export type Box = readonly [x1: number, y1: number, x2: number, y2: number]

/** What pdf.js writes before the points of each step, and how many numbers follow. */
const steps = [2, 2, 6, 4, 0] as const
const moveTo = 0
const closePath = 4

/**
 * Read what a path draws.
 *
 * Given its steps as pdf.js packs them, and whether its outline is drawn: then
 * each side is a box, otherwise each closed part is one.
 */
export function strokesOf(path: Float32Array, outlined: boolean): Box[] {
  return parts(path).flatMap((points) => (outlined ? sides(points) : [around(points)]))
}

type Point = readonly [x: number, y: number]

/** The points of each part of a path; curves count by their ends. */
function parts(path: Float32Array): Point[][] {
  const found: Point[][] = []
  let open: Point[] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number
    const length = steps[step]
    // A step that pdf.js does not have today: what follows it cannot be read.
    if (length === undefined) break
    if (step === closePath) {
      if (open[0]) open.push(open[0])
    } else {
      if (step === moveTo) {
        open = []
        found.push(open)
      }
      open.push([path[at + length - 1] as number, path[at + length] as number])
    }
    at += 1 + length
  }
  return found.filter(({ length }) => length > 1)
}

function sides(points: readonly Point[]): Box[] {
  return points.slice(1).map(([x, y], at) => {
    const [left, top] = points[at] as Point
    return [left, top, x, y]
  })
}

function around(points: readonly Point[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
