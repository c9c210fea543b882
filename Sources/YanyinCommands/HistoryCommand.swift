package import ArgumentParser
internal import Diagnostics
internal import Forms
internal import Ledger

/// `yanyin history`: who changed what, when and why.
package struct HistoryCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Who changed what, when and why: of a person, of a school, or of the season."
  )

  @Argument(help: "The ledger.", completion: .file())
  var ledger: String

  @Option(
    help: ArgumentHelp("A person, by a number that the person has or had.", valueName: "number")
  )
  var id: String?

  @Option(help: "A school, by its full name.")
  var school: String?

  @OptionGroup var options: LedgerOptions

  package init() {}

  package func run() throws {
    try Failures.translated {
      guard id == nil || school == nil else {
        throw ValidationError("Name a person with --id or a school with --school, not both.")
      }
      let schema = try options.library().schema
      let person = id.map { HistoryScope.person(HistoryCommand.number($0)) }
      let scope = person ?? school.map { .school($0) } ?? .season
      let entries = try SeasonLedger(reading: ledger).history(of: scope, schema: schema)
      for entry in entries { show(entry) }
      if entries.isEmpty { Terminal.print(nothing) }
    }
  }

  /// A number as the ledger writes it, which reading has brought into this form.
  private static func number(_ text: String) -> String {
    let digits = text.filter { !$0.isWhitespace }
    return digits.hasSuffix("x") ? digits.dropLast() + "X" : digits
  }

  private var nothing: String {
    if id != nil { return "台账里没有过这个号码。" }
    if school != nil { return "台账里没有过这所学校。请写学校全称。" }
    return "台账里还没有数据。"
  }

  private func show(_ entry: HistoryEntry) {
    let revision = entry.revision
    let reason = revision.reason.isEmpty ? "" : "：\(revision.reason)"
    Terminal.print(
      "第\(revision.number)版 \(revision.time) \(revision.kind.title) \(revision.author)\(reason)"
    )
    let text = DifferenceText(isUnmasked: options.unmasked)
    if id == nil, school == nil {
      Terminal.print("  \(DifferenceText.counts(revision.counts))")
      for file in revision.files {
        let path = ShownText.visible(file.path)
        let name = options.unmasked ? path : Masking.identities(in: path)
        Terminal.print("  文件 \(name)（\(file.size) 字节，SHA-256 \(file.sha256)）")
      }
    }
    for line in text.lines(entry.differences) { Terminal.print("  \(line)") }
  }
}
