'use strict';
// Asks every kind of handle in a thread of its own.

const { parentPort, workerData } = require('node:worker_threads');
const { Ballot, BusinessCalendar, ItsmError, ServiceManagementSystem, SlaPolicy } = require('..');

const { journal, office, agreements, history, opening, vote } = workerData;
const now = new Date(vote.at);

function refused() {
  try {
    new BusinessCalendar({ zone: 'Mars/Base', week: {} });
  } catch (fault) {
    return fault instanceof ItsmError && fault.code;
  }
}

async function answers() {
  const [desk, [column]] = await Promise.all([
    ServiceManagementSystem.replayAsync(journal),
    new BusinessCalendar(office).addManyAsync(Float64Array.of(now.getTime()), 60),
  ]);
  const [clock] = new SlaPolicy(agreements).clocks(history, now).clocks;
  const { outcome } = new Ballot(opening, now).vote(vote, now);
  return { digest: desk.digest(), refused: refused(), due: clock.due_at, outcome: outcome.kind, column };
}

answers().then((answer) => parentPort.postMessage(answer));
