import {run} from './calls.js'
onmessage = async ({data}) => {
  try { postMessage({asked: data, results: await run()}) }
  catch (error) { postMessage({asked: data, results: {error: String(error.stack)}}) }
}
