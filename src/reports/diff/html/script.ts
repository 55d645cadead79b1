/** What the keyboard does in the HTML report, and printing; without it everything can be read. */
export const script = `
const one = (selector) => document.querySelector(selector)
const switched = one('#use-keys')
one('.keys').hidden = false
const go = (step) => {
  const all = [...document.querySelectorAll('#text .change:not(.parts *)')].filter((change) => change.offsetParent !== null && !change.closest('details:not([open])'))
  const here = all.findIndex((change) => change.contains(document.activeElement))
  const next = all[here === -1 ? (step > 0 ? 0 : all.length - 1) : here + step]
  if (!next) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'start' })
}
const keys = {
  n: () => go(1),
  p: () => go(-1),
  s: () => one('#view-side').click(),
  i: () => one('#view-inline').click(),
  '?': () => switched.focus(),
}
addEventListener('keydown', (event) => {
  if (!switched.checked || event.ctrlKey || event.metaKey || event.altKey) return
  if (Object.hasOwn(keys, event.key)) keys[event.key]()
})
const reveal = () => {
  const folded = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details')
  if (folded) folded.open = true
}
addEventListener('hashchange', reveal)
reveal()
let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll(one('#whole').checked ? 'details:not([open])' : 'details:not([open], .is-unchanged)')]
  for (const folded of opened) folded.open = true
})
addEventListener('afterprint', () => {
  for (const folded of opened) folded.open = false
})
`
