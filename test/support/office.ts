/** LibreOffice as a witness, through the script beside this file. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { installed } from './tools.js'

export interface Job {
  in: string
  out: string
  do: 'accept' | 'reject' | 'keep' | 'compare' | 'only'
  /** Whose changes alone are accepted. */
  author?: string
  /** The older document, to compare with. */
  with?: string
}

export interface Result {
  out?: string
  seconds?: number
  error?: string
}

const script = fileURLToPath(new URL('office.py', import.meta.url))

/**
 * The Python that LibreOffice's bridge is installed for; undefined where there is none, or no LibreOffice.
 *
 * @throws where `REQUIRE_TOOLS` is set
 */
export function officePython(): string | undefined {
  if (!installed('soffice')) return undefined
  const found = ['python3', '/usr/bin/python3'].find(
    (one) => spawnSync(one, ['-c', 'import uno']).status === 0,
  )
  if (found === undefined && process.env.REQUIRE_TOOLS === '1')
    throw new Error('REQUIRE_TOOLS is set, and python3-uno is not installed')
  return found
}

/** Have LibreOffice do each job; gives a result for each, in order. */
export function office(python: string, jobs: readonly Job[]): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', (data) => {
      out += String(data)
    })
    child.stderr.on('data', (data) => {
      errors += String(data)
    })
    child.on('error', reject)
    child.on('close', () => {
      const results = out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Result)
      if (results.length === jobs.length) resolve(results)
      else reject(new Error(`LibreOffice did ${results.length} jobs of ${jobs.length}: ${errors}`))
    })
    child.stdin.end(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''))
  })
}
