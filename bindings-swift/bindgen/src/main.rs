//! Writes the lower layer of the Swift package from the metadata in the built library.

fn main() -> std::process::ExitCode {
    uniffi::uniffi_bindgen_swift();
    std::process::ExitCode::SUCCESS
}
