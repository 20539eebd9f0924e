// Says at the end of a process how much memory it held at the most.
process.on('exit', () => process.stderr.write(`most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`))
