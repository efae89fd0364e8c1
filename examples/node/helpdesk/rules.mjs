// What this helpdesk has agreed with its customers, and who works there. A real one reads both from its own tables.

import { PriorityMatrix } from 'itsm';

const day = [['09:00', '18:00']];
const hours = (count) => ({ unit: 'working', seconds: count * 3600 });

/** The policies, each before those that name it. */
export const rules = Object.entries({
  office: { calendar: { zone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  matrix: { matrix: PriorityMatrix.preset('iso').document },
  // An answer within an hour, a solution within eight; the wait for the user does not count.
  agreement: {
    agreement: {
      name: 'helpdesk',
      precedence: 1,
      selection: 'precedence',
      clauses: [
        { id: 'response', metric: 'response', target: hours(1), calendar: 'office' },
        { id: 'resolution', metric: 'resolution', target: hours(8), calendar: 'office', pause_reasons: ['user'] },
      ],
    },
  },
  rules: { desk: { calendar: 'office', matrix: 'matrix' } },
}).map(([record, document]) => ({ kind: 'policy.publish', record, body: { version: 1, effective_from: '2026-01-01T00:00:00Z', document } }));

export const owner = { id: 'olga', roles: ['po'] };

export const people = {
  sam: { id: 'sam', roles: ['sd'] },
  nina: { id: 'nina', roles: ['l2'], unit: 'network' },
};
