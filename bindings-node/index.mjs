// The same library for `import`.
import itsm from './index.js';
export const {
  Ballot,
  BusinessCalendar,
  Cmdb,
  ItsmError,
  Lifecycle,
  Plan,
  Policies,
  PriorityMatrix,
  ServiceManagementSystem,
  SlaPolicy,
  codes,
  readCheckpoint,
  readNote,
  schema,
  verifyConsistency,
  verifyInclusion,
  version,
  _panicForTest,
  _panicForTestAsync,
} = itsm;
