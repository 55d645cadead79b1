/** The prefix that a part binds to WordprocessingML. */
import type { Part } from '../package/package.js'

const namespace = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\//u

/** @returns `w` where the part binds none: its root then has to. */
export function prefixOf({ root }: Pick<Part, 'root'>): string {
  for (const [name, value] of Object.entries(root.attribs))
    if (name.startsWith('xmlns:') && namespace.test(value)) return name.slice('xmlns:'.length)
  return 'w'
}
