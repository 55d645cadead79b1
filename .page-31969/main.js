import {run} from './calls.js'
const told = []
const inWorker = new Promise((resolve) => {
  const worker = new Worker(new URL('./worker.js', "file:///work/wt/lint/test/browser.test.ts"), {type: 'module'})
  worker.onerror = (error) => resolve({error: error.message})
  worker.onmessage = ({data}) => { told.push(data?.asked ?? 'a stray message'); if (data?.results) resolve(data.results) }
  worker.postMessage('call all')
})
const answer = {}
try { answer.page = await run() } catch (error) { answer.page = {error: String(error.stack)} }
answer.worker = await inWorker
// A message that is not the worker's own may come late.
await new Promise((resolve) => setTimeout(resolve, 200))
answer.told = told
await fetch('answer', {method: 'POST', body: JSON.stringify(answer)})
