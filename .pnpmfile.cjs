// A native module that has to be compiled needs Node's headers. Where Node brings its own, they are used: no download, and the
// headers of the very Node that will load the module.
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

const node = dirname(dirname(process.execPath));
if (process.env.npm_config_nodedir === undefined && existsSync(join(node, 'include', 'node', 'node.h'))) {
  process.env.npm_config_nodedir = node;
}

module.exports = {};
