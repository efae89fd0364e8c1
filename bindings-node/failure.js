'use strict';
// What goes wrong, as every language has it: the core's failure is the document in the message of what the addon throws.

/** What went wrong, as every language has it. */
class ItsmError extends Error {
  constructor(failure) {
    super(failure.message);
    this.name = 'ItsmError';
    this.code = failure.code;
    this.kind = failure.kind;
    this.retry = failure.retry;
    this.messageZh = failure.message_zh;
    this.guard = failure.guard;
    this.path = failure.path;
    this.refusal = failure.refusal;
  }
}

const shape = (path, message) =>
  new ItsmError({ code: 'document.shape', kind: 'invalid', retry: 'never', path: path || undefined, message });

/** The core's failure is the document in the message; what napi says of a wrong argument, with a code, is a fault of shape. */
function failed(fault) {
  if (fault instanceof ItsmError || typeof fault.code !== 'string') return fault;
  const own = fault.code === 'GenericFailure';
  if (own && fault.message.startsWith('{')) return new ItsmError(JSON.parse(fault.message));
  if (own) return new ItsmError({ code: 'internal.panic', kind: 'internal', retry: 'never', message: fault.message });
  return shape('', fault.message);
}

function ask(question) {
  try {
    return question();
  } catch (fault) {
    throw failed(fault);
  }
}

module.exports = { ItsmError, ask, failed, shape };
