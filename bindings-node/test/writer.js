'use strict';
// Publishes one policy after the other until it is killed, and says after each that it is kept: node writer.js FILE FIRST

const fs = require('node:fs');
const { ServiceManagementSystem } = require('..');
const { context, publish } = require('./desks.js');

const [file, first] = process.argv.slice(2);
const desk = ServiceManagementSystem.open(file);
for (let n = Number(first); ; n += 1) {
  desk.execute(publish(`p-${n}`), context(`c-${n}`));
  fs.writeSync(1, `${n}\n`);
}
