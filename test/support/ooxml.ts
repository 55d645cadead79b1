/** The schemas of ECMA-376 (transitional), which are beside the project: xmllint holds packages to them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyNode, type Element, isTag } from 'domhandler'
import { strFromU8, unzipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import { installed } from './tools.js'

const folder = fileURLToPath(new URL('../../../shared/ooxml/', import.meta.url))

/** Why packages cannot be validated here; undefined where they can. */
export const noSchemas = !existsSync(folder)
  ? `${folder} is not here`
  : installed('xmllint') === undefined
    ? 'xmllint is not installed'
    : undefined

/** Which schema a part is of. */
const schemas: readonly [part: RegExp, schema: string][] = [
  [
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments|settings|numbering|styles)\.xml$/u,
    'wml.xsd',
  ],
  [/(?:^|\/)_rels\/[^/]*\.rels$/u, 'opc-xsd/opc-relationships.xsd'],
  [/^\[Content_Types\]\.xml$/u, 'opc-xsd/opc-contentTypes.xsd'],
]

/** What of packages is not of their schemas; what their bases have wrong already is left out. */
export function ooxmlFaults(
  packages: readonly { name: string; bytes: Uint8Array; base?: Uint8Array }[],
): string[] {
  const found = validate(packages)
  const bases = validate(packages.flatMap(({ name, base }) => (base ? [{ name, bytes: base }] : [])))
  const known = new Set(bases)
  return [...new Set(found.filter((fault) => !known.has(fault)))]
}

function validate(packages: readonly { name: string; bytes: Uint8Array }[]): string[] {
  const place = mkdtempSync(join(tmpdir(), 'plenary-ooxml-'))
  try {
    return schemas.flatMap(([part, schema]) => {
      const files = packages.flatMap(({ name, bytes }) =>
        Object.entries(unzipSync(bytes))
          .filter(([entry]) => part.test(entry))
          .map(([entry, data]) => {
            const file = join(place, `${name} ${entry}`.replace(/[^\w.-]/gu, '_'))
            writeFileSync(file, understood(strFromU8(data)))
            return file
          }),
      )
      if (files.length === 0) return []
      const { stderr } = spawnSync('xmllint', ['--noout', '--schema', join(folder, schema), ...files], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      })
      return stderr
        .split('\n')
        .filter((line) => line !== '' && !line.endsWith(' validates') && !line.endsWith(' fails to validate'))
        .map((line) => line.replace(place, '').replace(/:\d+:/u, ':'))
    })
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** A part without what its writer says that readers may ignore, and with the branches that old readers take. */
function understood(xml: string): string {
  // The serializer does not write a declaration as XML.
  const document = parseDocument(xml.replace(/^\uFEFF?<\?xml[^>]*>/u, ''), {
    xmlMode: true,
    decodeEntities: true,
  })
  const root = document.children.find(isTag)
  if (!root) return xml
  const ignored = new Set((root.attribs['mc:Ignorable'] ?? '').split(' ').filter((prefix) => prefix !== ''))
  const isIgnored = (name: string) => ignored.has(name.split(':')[0] ?? '') || name.startsWith('mc:')
  const settle = (element: Element): void => {
    for (const name of Object.keys(element.attribs)) if (isIgnored(name)) delete element.attribs[name]
    element.children = element.children.flatMap((child) => branches(child)) as Element['children']
    for (const child of element.children) if (isTag(child)) settle(child)
  }
  const branches = (node: AnyNode): AnyNode[] => {
    if (!isTag(node)) return [node]
    if (node.name === 'mc:AlternateContent')
      return node.children.flatMap((child) =>
        isTag(child) && child.name === 'mc:Fallback' ? child.children.flatMap(branches) : [],
      )
    return isIgnored(node.name) ? [] : [node]
  }
  settle(root)
  return DomUtils.getOuterHTML(document, { xmlMode: true, encodeEntities: 'utf8' })
}
