// The JSON Schemas of what plenary prints, from the types; `--check` fails if a file is not what they give.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGenerator } from 'ts-json-schema-generator'

const root = fileURLToPath(new URL('..', import.meta.url))
const schemas = [
  {
    type: 'DiffDocument',
    path: 'src/render/diff-to-json.ts',
    file: 'diff.json',
    title: 'A comparison, as plenary diff --format json prints it',
  },
  {
    type: 'ConcordanceDocument',
    path: 'src/render/concord-to-json.ts',
    file: 'concordance.json',
    title: 'A concordance, as plenary concord --format json prints it',
  },
]

mkdirSync(join(root, 'schema'), { recursive: true })
for (const { type, path, file, title } of schemas) {
  const generator = createGenerator({
    path: join(root, path),
    tsconfig: join(root, 'tsconfig.json'),
    type,
    skipTypeCheck: true,
  })
  const text = `${JSON.stringify({ title, ...generator.createSchema(type) }, null, 2)}\n`
  const target = join(root, 'schema', file)
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`schema/${file} is not what the types give: run npm run schema`)
    process.exitCode = 1
  }
}
