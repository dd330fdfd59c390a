#!/usr/bin/env node
// Written so that a Node of any age can read it: a Node that is too old gets a line, not a stack.
var version = process.versions.node.split('.').map(Number);
// 22.0 to 22.11 lack what 20.19 and 22.12 have: require() of an ES module without a flag.
var old =
  version[0] < 20 ||
  (version[0] === 20 && version[1] < 19) ||
  version[0] === 21 ||
  (version[0] === 22 && version[1] < 12);
if (old) {
  console.error(
    'calque needs Node.js 20.19 or later (of the 22 line: 22.12 or later); this is ' + process.versions.node + '.',
  );
  process.exit(2);
}
import('./start.js');
