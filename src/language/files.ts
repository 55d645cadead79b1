/** The grammar files on disk. A bundle for browsers puts the module that `scripts/browser-files.js` writes in its place. */
import { readdirSync, readFileSync } from 'node:fs'

/** The files stand beside `src` and beside `dist`, two folders up from here in both. */
const folder = new URL('../../grammars/', import.meta.url)

/** List the names of the files, without folder. */
export function fileNames(): string[] {
  return readdirSync(folder)
}

/** Read a file by its name. */
export function readFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
}
