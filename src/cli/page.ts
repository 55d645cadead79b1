/** The page that compares drafts in a browser, as one file. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CommandFault } from './faults.js'
import type { Host } from './host.js'
import { Inputs, OneFile } from './output.js'

export interface PageOptions {
  output: string
  force?: boolean
}

/** Write the page. */
export async function pageCommand(_host: Host, { output, force = false }: PageOptions): Promise<number> {
  const page = await built()
  const file = new OneFile(output, new Inputs([], { force }))
  await file.write(output, page)
  await file.end()
  return 0
}

async function built(): Promise<Uint8Array> {
  try {
    const root = dirname(createRequire(import.meta.url).resolve('plenary/package.json'))
    return await readFile(join(root, 'dist', 'page', 'plenary.html'))
  } catch {
    throw new CommandFault('no-page')
  }
}
