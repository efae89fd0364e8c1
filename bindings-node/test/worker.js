'use strict';
// Folds the journal in a thread of its own and answers the digest.

const { parentPort, workerData } = require('node:worker_threads');
const { ItsmError, ServiceManagementSystem, BusinessCalendar } = require('..');

const refused = () => {
  try {
    new BusinessCalendar({ zone: 'Mars/Base', week: {} });
  } catch (fault) {
    return fault instanceof ItsmError && fault.code;
  }
};

ServiceManagementSystem.replayAsync(workerData).then((desk) => {
  parentPort.postMessage({ digest: desk.digest(), refused: refused() });
});
