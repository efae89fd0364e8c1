// May this change go live, and what would it break?
//
//     node examples/node/go-live.mjs
//
// A service runs on a cluster that needs one of its two nodes. Each node can be patched by itself; both at once are an outage.

import { randomBytes } from 'node:crypto';
import { Cmdb, ItsmError, ServiceManagementSystem } from 'itsm';

const desk = new ServiceManagementSystem();
let now = Date.parse('2026-11-23T01:00:00Z');

/** Carries a command out a minute after the one before, and answers what happened. */
function tell([person, role], kind, record, body = {}) {
  now += 60_000;
  const context = { now: new Date(now), actor: { id: person, roles: [role] }, entropy: randomBytes(32).toString('hex') };
  return desk.execute({ kind, record, body }, context);
}

const [owner, librarian, engineer, manager] = [['olga', 'po'], ['carl', 'cfgm'], ['emma', 'l3'], ['chen', 'chgm']];

// The rules: office hours, which types of items there are, how changes are done.
const day = [['09:00', '18:00']];
const rules = {
  office: { calendar: { zone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  register: { configuration: { calendar: 'office', types: { service: { service: true, critical: true }, cluster: {}, server: {} } } },
  changes: { change: { calendar: 'office' } },
};
for (const [id, document] of Object.entries(rules)) {
  tell(owner, 'policy.publish', id, { version: 1, effective_from: '2026-01-01T00:00:00Z', document });
}

// The items, as they run already.
const items = {
  'node-1': { type: 'server', name: 'first node' },
  'node-2': { type: 'server', name: 'second node' },
  cluster: {
    type: 'cluster',
    name: 'login cluster',
    gates: { nodes: { at_least: 1 } },
    relations: ['node-1', 'node-2'].map((to) => ({ from: 'cluster', kind: 'runs_on', to, group: 'nodes' })),
  },
  banking: { type: 'service', name: 'mobile banking', relations: [{ from: 'banking', kind: 'depends_on', to: 'cluster' }] },
};
for (const [id, configuration] of Object.entries(items)) {
  tell(librarian, 'configuration_item.take_over', id, { configuration, owner: 'olga', phase: 'live' });
}

// What would it break? A verdict on every item, and how much each group can still lose.
const register = new Cmdb(desk.cmdb());
for (const nodes of [['node-1'], ['node-1', 'node-2']]) {
  const { items, strained } = register.impactOf(nodes.map((item) => ({ item })));
  const services = items.filter(({ service }) => service).map(({ item, state }) => `${item} is ${state}`);
  const groups = strained.map(({ item, until_down }) => `${item} is down with ${until_down} more`);
  console.log(`${nodes.join(' and ')} down: ${[...services, ...groups].join(', ')}`);
}

// May it go live? Patches are a standard change, and the schedule of change says what stands in the way of a window.
const terms = {
  title: 'Patches of a server',
  steps: ['drain', 'patch', 'restart'],
  back_out: 'restore the snapshot',
  scope: { types: ['server'] },
  risk: { probability: 1, impact: 3 },
};
tell(engineer, 'change_model.propose', 'CHM-1', { terms });
tell(manager, 'change_model.approve', 'CHM-1', { valid_until: '2027-01-01T00:00:00Z' });
for (const [id, node] of [['CHG-1', 'node-1'], ['CHG-2', 'node-2']]) {
  const rfc = {
    title: `Patches of ${node}`,
    reason: 'monthly',
    benefit: 'no known holes',
    not_doing: 'known holes',
    services: ['banking'],
    cis: [node],
    wished_for: '2026-11-30T00:00:00Z',
  };
  tell(engineer, 'change.draft', id, { rfc });
  tell(engineer, 'change.submit', id);
}
for (const [id, implementer, hour] of [['CHG-1', 'nina', '22:00'], ['CHG-2', 'igor', '22:30'], ['CHG-2', 'igor', '23:30']]) {
  const from = new Date(`2026-11-28T${hour}:00+08:00`);
  const window = { from, until: new Date(from.getTime() + 3_600_000) };
  try {
    tell(engineer, 'change.schedule_standard', id, { model: 'CHM-1', implementer, window });
    console.log(`${id} at ${hour}: ${desk.record('change', id).state.kind}`);
  } catch (fault) {
    if (!(fault instanceof ItsmError && fault.kind === 'refused')) throw fault;
    const missing = fault.refusal.missing.map(({ words, value }) => `${words.en} (${value})`);
    console.log(`${id} at ${hour}: refused by ${fault.guard}: ${missing.join(', ')}`);
  }
}
