/** What a command of an amending document asks for, a line an instruction, for fixtures that people read. */
import { readFileSync } from 'node:fs'
import { parseAmendment } from '../../src/index.js'
import type { Instruction } from '../../src/model/amendment.js'

/** What is above the commands in a language. */
export const fronts: Readonly<Record<string, string>> = {
  fr: 'LC/44/L.9\n\nQuarante-quatrième session\n\nNorland et Sudland : amendements au projet de résolution LC/44/L.7\n\nSécurité des feux',
  es: 'LC/44/L.9\n\nCuadragésimo cuarto período de sesiones\n\nNorland y Sudland: enmiendas al proyecto de resolución LC/44/L.7\n\nSeguridad de las luces',
  en: 'LC/44/L.9\n\nForty-fourth session\n\nNorland and Sudland: amendments to draft resolution LC/44/L.7\n\nSafety of lights',
}

/** Read commands under the front of their language. */
export async function asked(commands: string, language: string): Promise<string[]> {
  const { amendment } = await parseAmendment(`${fronts[language]}\n\n${commands}\n`, {
    format: 'text',
    language,
  })
  return [...amendment.instructions.map(lineOf), ...amendment.unread.map((text) => `unread: ${text}`)]
}

/** `2. insert-words OP8 after @pilots +[and masters]`. */
function lineOf({ n, op, target, where, anchor, old, new: put, text, ...rest }: Instruction): string {
  return [
    n === null ? '' : `${n}.`,
    op,
    target.join('+'),
    where,
    anchor === undefined ? '' : `@${anchor}`,
    old === undefined ? '' : `-[${old}]`,
    put === undefined ? '' : `+[${put}]`,
    rest.all ? 'everywhere' : '',
    rest.sentence === undefined ? '' : `sentence ${rest.sentence}`,
    rest.occurrence === undefined ? '' : `occurrence ${rest.occurrence}`,
    ...(text ?? []).map((one) => `¶ ${one.label === null ? '' : `${one.label} `}${one.text}`),
    ...(rest.quoted ?? []).map((one) => `quoted ¶ ${one}`),
  ]
    .filter((part) => part)
    .join(' ')
}

/** The cases of a language: commands, and behind arrows what they ask for. */
export function casesOf(language: string): { commands: string; lines: string[] }[] {
  const file = readFileSync(new URL(`../../fixtures/amend/${language}.txt`, import.meta.url), 'utf8')
  return file.split('\n---\n').map((block) => {
    const [commands = '', ...lines] = block.split(/\n→ /u)
    return { commands, lines: lines.map((line) => line.trim()) }
  })
}
