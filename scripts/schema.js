// The JSON Schemas of what plenary prints, from the types; `--check` fails if a file is not what they give.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  ExposeNodeParser,
  SchemaGenerator,
} from 'ts-json-schema-generator'

const root = fileURLToPath(new URL('..', import.meta.url))
/** `version` goes up when a reader of the last one would break. */
const schemas = [
  {
    type: 'Root',
    path: 'src/model/tree/types.ts',
    file: 'resast.json',
    version: 1,
    title: 'A resolution as a tree, as plenary parse prints it',
  },
  {
    type: 'DiffDocument',
    path: 'src/reports/diff/to-json.ts',
    file: 'diff.json',
    version: 1,
    title: 'A comparison, as plenary diff --format json prints it',
  },
  {
    type: 'PrecedentsDocument',
    path: 'src/reports/precedent/to-json.ts',
    file: 'precedent.json',
    version: 1,
    title: 'Where the paragraphs of a draft come from, as plenary precedent --format json prints it',
  },
  {
    type: 'NegotiationDocument',
    path: 'src/reports/negotiation/to-json.ts',
    file: 'brackets.json',
    version: 1,
    title: 'The open points of a negotiating text, as plenary brackets --format json prints them',
  },
  {
    type: 'CleanDocument',
    path: 'src/reports/negotiation/to-json.ts',
    file: 'clean.json',
    version: 1,
    title: 'The text that choices give, as plenary clean --format json prints it',
  },
  {
    type: 'AmendmentDocument',
    path: 'src/reports/amendment/to-json.ts',
    file: 'amendments.json',
    version: 1,
    title: 'An amending document, as plenary amendments --format json prints it',
  },
  {
    type: 'AmendedDocument',
    path: 'src/reports/amendment/to-json.ts',
    file: 'amend.json',
    version: 1,
    title: 'What became of instructions, as plenary amend --format json prints it',
  },
  {
    type: 'RebasedDocument',
    path: 'src/reports/amendment/to-json.ts',
    file: 'rebase.json',
    version: 1,
    title: 'Instructions against a revised draft, as plenary rebase --format json prints them',
  },
  {
    type: 'HistoryDocument',
    path: 'src/reports/history/to-json.ts',
    file: 'history.json',
    version: 1,
    title: 'A chain of drafts, as plenary history --format json prints it',
  },
  {
    type: 'MergeDocument',
    path: 'src/reports/merge/to-json.ts',
    file: 'merge.json',
    version: 1,
    title: 'Versions of a draft in one text, as plenary merge --format json prints it',
  },
  {
    type: 'ConcordanceDocument',
    path: 'src/reports/concordance/to-json.ts',
    file: 'concordance.json',
    title: 'A concordance, as plenary concord --format json prints it',
  },
]

/**
 * Types of other packages are named with the package: mdast has a PhrasingContent,
 * and unist a Node, that are not resast's.
 */
const nameOf = ExposeNodeParser.prototype.getDefinitionName
ExposeNodeParser.prototype.getDefinitionName = function (node, context) {
  const [, owner] = /node_modules\/@types\/(\w+)\//u.exec(node.getSourceFile().fileName) ?? []
  const name = nameOf.call(this, node, context)
  return owner ? `${owner}.${name}` : name
}

const config = {
  ...DEFAULT_CONFIG,
  path: join(root, `{${schemas.map(({ path }) => path)}}`),
  tsconfig: join(root, 'tsconfig.json'),
  skipTypeCheck: true,
}
/** The sources are read once for all schemas. */
const program = createProgram(config)

function schemaOf({ type, file, title, version }) {
  const own = { ...config, type }
  const generator = new SchemaGenerator(program, createParser(program, own), createFormatter(own), own)
  const { $schema, definitions, ...schema } = generator.createSchema(type)
  // `data` is where utilities keep what is theirs; the generator takes its empty interfaces for closed ones.
  for (const [name, definition] of Object.entries(definitions))
    if (/^(?:unist|mdast)\..*Data$/u.test(name)) definition.additionalProperties = true
  return { $schema, $id: `urn:plenary:${basename(file, '.json')}:${version}`, title, ...schema, definitions }
}

mkdirSync(join(root, 'schema'), { recursive: true })
for (const schema of schemas) {
  const text = `${JSON.stringify(schemaOf(schema), null, 2)}\n`
  const target = join(root, 'schema', schema.file)
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`schema/${schema.file} is not what the types give: run npm run schema`)
    process.exitCode = 1
  }
}
