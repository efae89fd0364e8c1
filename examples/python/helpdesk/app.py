"""A helpdesk with a web interface, and the library inside.

    pip install fastapi uvicorn
    python examples/python/helpdesk/app.py [DATABASE] [PORT]

Its tickets, their numbers and titles are its own; what may be done with a ticket, and by when, the library decides. Both are kept in
one SQLite file, in one transaction, and are there again after a restart. What the library refuses is answered as a problem (RFC 9457)
that says which rule stands in the way and everything that is missing.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Annotated, Any

import uvicorn
from fastapi import Body, Depends, FastAPI, Header, Path, Request
from fastapi.responses import JSONResponse
from tickets import Clock, NoTicket, Tickets

import itsm
from itsm.documents import Actor

STATUS = {"refused": 409, "invalid": 422, "conflict": 409, "missing": 404, "limit": 413, "unavailable": 503, "internal": 500}


def problem(status: int, title: str, **more: object) -> JSONResponse:
    return JSONResponse({"status": status, "title": title, **more}, status, media_type="application/problem+json")


def of_library(_: Request, error: Exception) -> JSONResponse:
    """An exception of the library as an answer, by its kind."""
    assert isinstance(error, itsm.ItsmError)
    said: dict[str, Any] = {"code": error.code, "guard": error.guard, "path": error.path, "retry": error.retry}
    if error.refusal:
        said["missing"] = [unmet["words"]["en"] for unmet in error.refusal["missing"]]
        said["legal"] = error.refusal["legal"]
    return problem(STATUS[error.kind], error.message, **{key: value for key, value in said.items() if value is not None})


def somebody(person: Annotated[str, Header()], role: Annotated[str, Header()] = "sd", unit: Annotated[str | None, Header()] = None) -> Actor:
    """Who asks. A real helpdesk would authenticate him; the library believes its host."""
    who: Any = {"id": person, "roles": [role], "unit": unit}
    return who  # type: ignore[no-any-return]


Document = Annotated[dict[str, Any], Body()]
Number = Annotated[int, Path(ge=1, lt=2**63)]
Somebody = Annotated[Actor, Depends(somebody)]


def helpdesk(path: str, clock: Clock, tick_s: float = 1) -> FastAPI:
    """The application over one database. The library has no clock: the host says what time it is, and when to look what is due."""
    tickets = Tickets(path, clock)

    async def ticking() -> None:
        while True:
            await asyncio.sleep(tick_s)
            # The database may be busy; the next tick fires what this one did not.
            with suppress(itsm.Unavailable, itsm.Conflict):
                await asyncio.to_thread(tickets.tick)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        task = asyncio.create_task(ticking())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        tickets.close()

    app = FastAPI(title="helpdesk", lifespan=life)
    app.add_exception_handler(itsm.ItsmError, of_library)
    app.add_exception_handler(NoTicket, lambda _, number: problem(404, f"there is no ticket {number}"))

    @app.post("/tickets", status_code=201)
    def log(title: Annotated[str, Body()], call: Document, who: Somebody) -> dict[str, Any]:
        return tickets.open(title, call, who)

    @app.get("/tickets/{number}")
    def show(number: Number) -> dict[str, Any]:
        return tickets.ticket(number)

    @app.get("/tickets/{number}/allowed")
    def allowed(number: Number) -> list[str]:
        return list(tickets.ticket(number)["allowed"])

    @app.get("/tickets/{number}/due")
    def due(number: Number) -> dict[str, Any]:
        return {"due_at": tickets.ticket(number)["due_at"]}

    # `classify`, `assign`, `acknowledge`, `resolve` and every other command of an incident.
    @app.post("/tickets/{number}/{verb}")
    def command(number: Number, verb: str, body: Document, who: Somebody) -> dict[str, Any]:
        return tickets.command(number, verb, body, who)

    return app


if __name__ == "__main__":
    database = sys.argv[1] if len(sys.argv) > 1 else "helpdesk.db"
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 8000
    uvicorn.run(helpdesk(database, lambda: datetime.now(UTC)), port=port)
