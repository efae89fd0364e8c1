//! What goes wrong crosses as the document of the core's one error, in the message; `index.js` makes an `ItsmError` of it.

use itsm::contract::Failure;
use napi::{
    Env, Error, Status, Task, bindgen_prelude::AsyncTask, bindgen_prelude::ToNapiValue,
    bindgen_prelude::TypeName,
};
use napi_derive::napi;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn thrown(failure: Failure) -> Error {
    let document = serde_json::to_string(&failure).unwrap_or_else(|fault| fault.to_string());
    Error::new(Status::GenericFailure, document)
}

/// One question to the core. A panic in it is a failure like another; the handles are whole after it, because the core changes them last.
pub(crate) fn ask<T>(question: impl FnOnce() -> Result<T, Failure>) -> napi::Result<T> {
    let answer = catch_unwind(AssertUnwindSafe(question));
    answer.unwrap_or_else(|panic| Err(Failure::of_panic(&*panic))).map_err(thrown)
}

type Question<T> = Box<dyn FnOnce() -> Result<T, Failure> + Send>;

/// A question that is answered off the event loop.
pub struct Work<T>(Option<Question<T>>);

/// A promise of the answer.
pub(crate) fn promise<T>(question: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> AsyncTask<Work<T>>
where
    T: Send + ToNapiValue + TypeName + 'static,
{
    AsyncTask::new(Work(Some(Box::new(question))))
}

impl<T: Send + ToNapiValue + TypeName + 'static> Task for Work<T> {
    type Output = T;
    type JsValue = T;

    fn compute(&mut self) -> napi::Result<T> {
        let question = self.0.take();
        ask(|| question.map_or_else(|| Err(Failure::internal("asked twice")), |question| question()))
    }

    fn resolve(&mut self, _: Env, answer: T) -> napi::Result<T> {
        Ok(answer)
    }
}

/// For the tests: a panic in the core is an error in JavaScript.
#[napi(catch_unwind)]
#[allow(clippy::panic, reason = "what is tested")]
pub fn panic_for_test() -> napi::Result<()> {
    ask(|| panic!("for the test"))
}

/// For the tests: a panic off the event loop is a rejected promise.
#[napi(catch_unwind)]
#[allow(clippy::panic, reason = "what is tested")]
pub fn panic_for_test_async() -> AsyncTask<Work<String>> {
    promise(|| panic!("for the test"))
}
