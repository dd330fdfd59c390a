// Loaded before a program: tells on descriptor 3 what CPU time the process had taken when it ended.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String((user + system) / 1000));
});
