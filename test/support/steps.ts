/**
 * What reading costs, told by what is read and not by a clock: the characters that expressions go through, from where
 * they are asked to the end of what they match, or of the text where they look for something that is not there. What
 * an expression tries again inside of a match is not among them.
 */
export function steps(run: () => unknown): number {
  let count = 0
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function counted(this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    const end = match ? match.index + match[0].length : this.sticky ? from : text.length
    count += 1 + Math.max(0, end - from)
    return match
  }
  try {
    run()
  } finally {
    RegExp.prototype.exec = exec
  }
  return count
}
