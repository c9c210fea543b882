/// Collects findings in the order in which they were made.
///
/// Stages take a sink `inout`; nothing is printed or thrown by them.
package struct DiagnosticSink: Sendable {
  /// Everything reported so far.
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many errors are among them.
  package private(set) var errorCount = 0

  /// An empty sink.
  package init() {}

  /// Adds a finding.
  package mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }

  /// Adds the findings of another sink after those of this one.
  package mutating func merge(_ other: DiagnosticSink) {
    for diagnostic in other.diagnostics { report(diagnostic) }
  }

  /// Whether an error was reported.
  package var hasErrors: Bool { errorCount > 0 }

  /// How many findings of a severity were reported.
  package func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}
