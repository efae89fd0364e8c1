// When is a ticket due, how does its clock stand, and why?
//
//     node examples/node/due-time.mjs

import { BusinessCalendar, SlaPolicy } from 'itsm';

// Office hours in Shanghai over the National Day holidays of 2026, with the Saturday that is worked for them (调休).
const hours = [['09:00', '12:00'], ['13:00', '18:00']];
const office = {
  zone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  special_days: { '2026-10-10': hours },
};
const local = (instant) => new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

// A calendar alone: four working hours from Wednesday 17:30.
const opened = new Date('2026-09-30T17:30:00+08:00');
console.log('due', local(new BusinessCalendar(office).add(opened, 4 * 3600)));

// An agreement gives a ticket clocks. The wait for the user does not count.
const agreement = {
  name: 'desk',
  precedence: 1,
  selection: 'precedence',
  clauses: [
    {
      id: 'four-hours',
      metric: 'resolution',
      when: { priorities: [2] },
      target: { unit: 'working', seconds: 4 * 3600 },
      calendar: 'office',
      pause_reasons: ['user'],
    },
  ],
};
const inForce = (id, document) => ({ id, version: 1, effective_from: '2026-01-01T00:00:00Z', document });
const desk = new SlaPolicy({ policies: [inForce('sla', agreement)], calendars: [inForce('office', office)] });

// What happened to the ticket is all that a host has to keep.
const history = {
  ticket: { kind: 'incident', priority: 2 },
  entries: [
    { at: opened, stimulus: { stimulus: 'opened' } },
    { at: new Date('2026-10-08T10:00:00+08:00'), stimulus: { stimulus: 'paused', reason: 'user' } },
    { at: new Date('2026-10-08T14:30:00+08:00'), stimulus: { stimulus: 'resumed' } },
  ],
};
const now = new Date('2026-10-08T16:00:00+08:00');
const { resolution } = desk.readings(history, now);
console.log(`at ${local(now)} it is ${resolution.phase} and ${resolution.breached ? 'late' : 'in time'}: ${resolution.remaining_s / 60} minutes left`);
console.log('due', local(resolution.due_at));

// How that comes about, as a calculation that a person can check.
console.log(desk.whyDue(history, now, 'resolution').text);
