/** What the keyboard does in the HTML report; without it everything can be read. Its hash stands in policy.ts. */
export const script = `
const changes = () => [...document.querySelectorAll('#text > .change')].filter((one) => one.offsetParent !== null)
document.querySelector('.keys').hidden = false
const go = (step) => {
  const all = changes()
  const here = all.findIndex((one) => one.contains(document.activeElement))
  const at = here === -1 ? (step > 0 ? 0 : all.length - 1) : here + step
  const next = all[at]
  if (!next) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'start' })
}
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'n' || event.key === 'j') go(1)
  else if (event.key === 'p' || event.key === 'k') go(-1)
  else if (event.key === 's') document.querySelector('#view-side').click()
  else if (event.key === 'i') document.querySelector('#view-inline').click()
})
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((one) => { one.open = true }))
`
