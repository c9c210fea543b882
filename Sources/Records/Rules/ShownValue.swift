internal import Diagnostics

/// A value as a message may quote it.
///
/// A value in the wrong column may be anything: what looks like a number of a person is masked, and
/// long texts end in an ellipsis.
enum ShownValue {
  static func quoted(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.count { "0"..."9" ~= $0 }
    if digits >= 7 { return "“\(Masking.identity(String(text.unicodeScalars.prefix(40))))”" }
    let shown = scalars.prefix(20).map { IdentityMessages.visible($0) }.joined()
    return "“\(shown)\(scalars.count > 20 ? "…" : "")”"
  }
}
