"""The service management system of ISO/IEC 20000 as a library: handles over one core, documents as plain dicts."""

from ._errors import Conflict, InternalError, InvalidInput, ItsmError, LimitExceeded, Missing, Refused
from ._itsm import (
    BusinessCalendar,
    Cmdb,
    Column,
    Lifecycle,
    Plan,
    Policies,
    PriorityMatrix,
    ServiceManagementSystem,
    __version__,
    codes,
    schema,
)

__all__ = [
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
    "__version__",
    "codes",
    "schema",
]
