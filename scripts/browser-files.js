// Write dist/language/files.browser.js: the grammar files as modules, for browsers, which have no folder to
// read. package.json (`browser`) tells bundlers to take it for files.js.
import { readdirSync, writeFileSync } from 'node:fs'

const names = readdirSync(new URL('../grammars/', import.meta.url)).filter(
  (name) => name.endsWith('.json') && name !== 'schema.json',
)
const lines = [
  ...names.map((name, index) => `import file${index} from '../../grammars/${name}'`),
  `const files = {${names.map((name, index) => `'${name}': file${index}`).join(', ')}}`,
  'export const fileNames = () => Object.keys(files)',
  'export const readFile = (name) => files[name]',
]
writeFileSync(new URL('../dist/language/files.browser.js', import.meta.url), `${lines.join('\n')}\n`)
