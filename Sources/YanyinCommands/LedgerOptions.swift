internal import ArgumentParser
internal import Diagnostics
internal import Forms

/// The options that the commands on a ledger share.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The season's year; the newest folder of templates is taken without it.")
  var year: Int?

  @Option(help: "The folder of templates.", completion: .directory)
  var templates: String?

  @Option(help: "The day that counts as today (YYYY-MM-DD).")
  var today: String?

  @Flag(help: "Show identity numbers in full.")
  var unmasked = false

  /// Hides identity numbers unless the user asked for them.
  var mask: @Sendable (String) -> String {
    unmasked ? { @Sendable in $0 } : { @Sendable in Masking.identity($0) }
  }

  /// The season's templates, which declare extra fields.
  func library() throws -> TemplateLibrary {
    try TemplateFolder.library(templates, year: year)
  }
}
