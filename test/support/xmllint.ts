/** XML held to a schema, by xmllint and the schemas that are beside the project. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installed } from './tools.js'

export const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** A schema by its place beside the project. */
export class Schema {
  readonly #file: string

  constructor(...path: string[]) {
    this.#file = join(shared, ...path)
  }

  /** Why documents cannot be validated here; undefined where they can. */
  whyNot(): string | undefined {
    if (!existsSync(this.#file)) return 'the schema is not beside the project'
    return installed('xmllint') ? undefined : 'xmllint is not installed'
  }

  /** What breaks the schema, a line a fault; `names` say which document. */
  invalid(documents: readonly { name: string; xml: string }[]): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-xml-'))
    try {
      const files = documents.map(({ xml }, index) => {
        const file = join(folder, `${index}.xml`)
        writeFileSync(file, xml)
        return file
      })
      const found: string[] = []
      // xmllint takes as many files as a command line holds.
      for (let from = 0; from < files.length; from += 500) {
        const batch = files.slice(from, from + 500)
        const { stderr, status } = spawnSync(
          'xmllint',
          ['--noout', '--nonet', '--schema', this.#file, ...batch],
          {
            encoding: 'utf8',
            maxBuffer: 1 << 28,
          },
        )
        const valid = stderr.match(/ validates$/gmu)?.length ?? 0
        if (status === 0 && valid === batch.length) continue
        for (const line of stderr.split('\n'))
          if (line !== '' && !/ validates$| fails to validate$/u.test(line))
            found.push(
              line.replace(/^.*?(\d+)\.xml/u, (_, index: string) => documents[Number(index)]?.name ?? index),
            )
        if (found.length === 0) found.push(`xmllint ended with ${status}: ${stderr.slice(0, 200)}`)
      }
      return found
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
