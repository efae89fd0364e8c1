// The same library for `import`.
import itsm from './index.js';
export const {
  BusinessCalendar,
  Cmdb,
  ItsmError,
  Lifecycle,
  Plan,
  Policies,
  PriorityMatrix,
  ServiceManagementSystem,
  codes,
  schema,
  version,
  _panicForTest,
  _panicForTestAsync,
} = itsm;
