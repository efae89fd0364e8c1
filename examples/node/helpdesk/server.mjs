// A helpdesk with a table of its own, and the library inside; both stand in one SQLite file.
//
//     node examples/node/helpdesk/server.mjs [DATABASE [PORT]]
//
//     curl -H 'x-person: sam' -H 'content-type: application/json' localhost:3000/tickets -d '{"channel": "phone",
//       "symptom": "no VPN", "occurred_at": "2026-11-23T01:30:00Z", "service": {"known": "vpn"}, "requester": "u-1"}'

import { fileURLToPath } from 'node:url';
import express from 'express';
import { ItsmError } from 'itsm';
import { people } from './rules.mjs';
import { Tickets } from './tickets.mjs';

/** What HTTP says of each kind of failure. */
const STATUS = { invalid: 400, missing: 404, refused: 409, conflict: 409, limit: 413, unavailable: 503, internal: 500 };

const problem = (response, status, title, more) =>
  response.status(status).type('application/problem+json').send(JSON.stringify({ title, status, ...more }));

/** The helpdesk over a table of tickets. */
export function helpdesk(tickets) {
  const app = express();
  app.use(express.json({ limit: '256kb' }));
  // Who somebody is, a real helpdesk finds out otherwise.
  app.use((request, response, next) => {
    request.actor = Object.hasOwn(people, request.get('x-person') ?? '') ? people[request.get('x-person')] : undefined;
    return request.actor ? next() : problem(response, 401, 'nobody is signed in');
  });
  const answered = (response, ticket) => (ticket ? response.json(ticket) : problem(response, 404, 'there is no such ticket'));

  app.get('/tickets', (_, response) => response.json(tickets.all()));
  app.post('/tickets', (request, response) => {
    const ticket = tickets.log(request.actor, request.body);
    response.status(201).location(`/tickets/${ticket.number}`).json(ticket);
  });
  app.get('/tickets/:number', ({ params }, response) => answered(response, tickets.get(Number(params.number))));
  app.post('/tickets/:number/:command', ({ params, actor, body = {} }, response) => {
    answered(response, tickets.command(Number(params.number), params.command, actor, body));
  });

  app.use((_, response) => problem(response, 404, 'there is no such page'));
  // Whatever the library says becomes an answer; a refusal says what is missing and what would be legal.
  app.use((fault, _request, response, _next) => {
    if (fault instanceof ItsmError) {
      const { code, guard, path, refusal } = fault;
      return problem(response, STATUS[fault.kind] ?? 500, fault.message, { code, guard, path, missing: refusal?.missing, legal: refusal?.legal });
    }
    // Of the body that express could not read; anything else is our own fault, and nobody else's business.
    if (fault.status < 500) return problem(response, fault.status, fault.message);
    console.error(fault);
    return problem(response, 500, 'something went wrong here');
  });
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [database = 'helpdesk.db', port = '3000'] = process.argv.slice(2);
  const tickets = new Tickets(database);
  setInterval(() => {
    try {
      tickets.tick();
    } catch (fault) {
      console.error(fault); // the next minute tries again
    }
  }, 60_000);
  const server = helpdesk(tickets).listen(Number(port), () => console.log(`http://localhost:${server.address().port}/tickets`));
}
