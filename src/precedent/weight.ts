/** What a word tells of a text that has it: much where few have it. */
export function weightOf(count: number, texts: number): number {
  return Math.log((texts + 1) / (count + 0.5))
}
