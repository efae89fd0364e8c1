"""The service management system of ISO/IEC 20000 as a library: handles over one core, documents as plain dicts."""

from ._errors import Conflict, InternalError, InvalidInput, ItsmError, LimitExceeded, Missing, Refused
from ._itsm import (
    Ballot,
    BusinessCalendar,
    Cmdb,
    Column,
    Lifecycle,
    Plan,
    Policies,
    PriorityMatrix,
    ServiceManagementSystem,
    SlaPolicy,
    __version__,
    codes,
    schema,
)

__all__ = [
    "Ballot",
    "BusinessCalendar",
    "Cmdb",
    "Column",
    "Conflict",
    "InternalError",
    "InvalidInput",
    "ItsmError",
    "Lifecycle",
    "LimitExceeded",
    "Missing",
    "Plan",
    "Policies",
    "PriorityMatrix",
    "Refused",
    "ServiceManagementSystem",
    "SlaPolicy",
    "__version__",
    "codes",
    "schema",
]
