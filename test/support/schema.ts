/** The JSON Schemas that are shipped, for all JSON that the tests make. */
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

const compiled = new Map<string, ValidateFunction>()

/** What a value, as JSON, breaks of a schema. */
export function schemaFaults(name: string, value: unknown): string[] {
  let validate = compiled.get(name)
  if (!validate) {
    const file = new URL(`../../schema/${name}.json`, import.meta.url)
    validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, 'utf8')))
    compiled.set(name, validate)
  }
  if (validate(JSON.parse(JSON.stringify(value)))) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${name}.json: ${instancePath} ${message}`,
  )
}
