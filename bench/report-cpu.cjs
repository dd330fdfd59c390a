// Loaded before a program: tells on descriptor 3 what CPU milliseconds the process had taken when it ended, and the
// megabytes of memory that it had at most.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  require('node:fs').writeSync(3, `${(user + system) / 1000} ${megabytes}`);
});
