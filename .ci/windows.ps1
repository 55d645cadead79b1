# What a change must pass on Windows: PowerShell 7, Node 20 or newer. Tests that need a shell, links, or names and
# devices that Windows has not skip themselves there. This script has not been run; the command and most of the tests
# have, on Node 20 for Windows under Wine 8 (bench/RESULTS.md).
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot '..')

# npm.cmd, not the script npm.ps1: of a program's status alone PowerShell makes an error.
npm.cmd ci --no-audit --no-fund
npm.cmd run build
npx.cmd ava test/cli.test.ts test/cli-safety.test.ts test/windows.test.ts test/project.test.ts
npm.cmd start
node scripts/installed.js
node scripts/executable.js

# As a person types it: patterns that no shell expands, backslashes, a drive letter, a list of PowerShell's, a pager that is not there.
$plenary = Join-Path (Get-Location) 'executable\plenary.exe'
$sample = Join-Path (Get-Location) 'fixtures\sample'
& $plenary outline --quiet --format ndjson "$sample\*.md" | Out-File -Encoding utf8 outlines.ndjson
if ((Get-Content outlines.ndjson).Count -lt 3) { throw 'a pattern with a drive letter names three documents' }
Get-ChildItem "$sample\*.md" | ForEach-Object FullName | Out-File -Encoding unicode list.txt
& $plenary outline --quiet --files-from list.txt -o outlines.csv
Push-Location $sample
& $plenary diff old.md new.md --stat
Pop-Location
Remove-Item outlines.ndjson, outlines.csv, list.txt
