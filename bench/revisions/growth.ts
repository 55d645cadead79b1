export function growth(): string[] {
  return []
}
