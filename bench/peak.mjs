// Loaded before a command: writes what its process cost, threads and all, when it ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const status = '/proc/self/status'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  // Linux counts in maxRSS what the process that started this one had.
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  writeFileSync(
    process.env.PEAK_FILE,
    JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Number(own ?? maxRSS) / 1024 }),
  )
})
