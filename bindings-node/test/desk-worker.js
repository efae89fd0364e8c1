'use strict';
// Writes to a journal beside other threads, over a connection of its own.

const { parentPort, workerData } = require('node:worker_threads');
const { ServiceManagementSystem } = require('..');
const { context, publish } = require('./desks.js');

const { file, name, count } = workerData;
const desk = ServiceManagementSystem.open(file);
for (let n = 0; n < count; n += 1) desk.execute(publish(`${name}-${n}`), context(`${name}-${n}`));
desk.close();
parentPort.postMessage(count);
