"""The exceptions: one base, one class for each kind of failure in the registry of codes."""

from typing import Any


class ItsmError(Exception):
    """What went wrong. `str()` of it is the message in English."""

    def __init__(self, failure: dict[str, Any]) -> None:
        super().__init__(failure)
        self.code: str = failure["code"]
        """The stable code: `calendar.unknown_zone`; of a refusal the kind of the command."""
        self.kind: str = failure["kind"]
        """`refused`, `invalid`, `conflict`, `missing`, `limit`, `unavailable` or `internal`."""
        self.message: str = failure["message"]
        """What is wrong, in English."""
        self.message_zh: str | None = failure.get("message_zh")
        """The same in Chinese, where it is known."""
        self.guard: str | None = failure.get("guard")
        """The guard that refused: `T-INC-09`."""
        self.path: str | None = failure.get("path")
        """Where in a document the fault is: `body.group`."""
        self.refusal: dict[str, Any] | None = failure.get("refusal")
        """All that a refusal says: the rule, every unmet condition, what is legal now."""
        self.retry: str = failure["retry"]
        """`never`, `after_reload`, `after_change` or `later`."""

    def __str__(self) -> str:
        return self.message


class Refused(ItsmError):
    """A guard refused the command: a rule of the process is not met."""


class InvalidInput(ItsmError):
    """A document or value cannot be read, or says what cannot be."""


class Conflict(ItsmError):
    """The records have changed since the decision read them."""


class Missing(ItsmError):
    """What is asked for is not there: a policy in force, a record, a code."""


class LimitExceeded(ItsmError):
    """The answer would cost more than the stated budget."""


class Unavailable(ItsmError):
    """The database cannot do what is asked, now or at all."""


class InternalError(ItsmError):
    """A fault of the library itself."""


_CLASSES: dict[str, type[ItsmError]] = {
    "refused": Refused,
    "invalid": InvalidInput,
    "conflict": Conflict,
    "missing": Missing,
    "limit": LimitExceeded,
    "unavailable": Unavailable,
    "internal": InternalError,
}


def of(failure: dict[str, Any]) -> ItsmError:
    """The exception of a failure's kind."""
    return _CLASSES[failure["kind"]](failure)
