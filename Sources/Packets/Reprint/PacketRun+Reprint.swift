package import Diagnostics
import Records

/// What a run says at its end about sheets to be printed again.
package struct ReprintSummary: Sendable {
  /// The files' names in the folder of outputs.
  package var files: [String] = []
  /// How many schools have sheets to replace.
  package var schoolCount = 0
  /// Sheets to take out.
  package var takenSheets = 0
  /// Sheets to put in.
  package var addedSheets = 0
  /// What could not be put into the files.
  package var findings: [Diagnostic] = []

  /// 「补打：2 所学校，取出 12 张，放入 13 张；见 补打清单.pdf。」; nil where nothing differs.
  package var text: String? {
    guard schoolCount > 0 else { return nil }
    return "与已打印的不同：\(schoolCount) 所学校，取出 \(takenSheets) 张、放入 \(addedSheets) 张，"
      + "见补打清单。"
  }
}

/// The end of a run as far as paper is concerned.
struct ReprintClosing {
  let store: PrintStore
  let context: RunContext
  let corrections: [Correction]
  private(set) var index: PrintIndex

  init(store: PrintStore, context: RunContext, corrections: [Correction], index: PrintIndex) {
    self.store = store
    self.context = context
    self.corrections = corrections
    self.index = index
  }

  /// Drafts and proof lists are never handed in: they change nothing of what is on paper.
  private var isPrintable: Bool { !context.options.isDraft && !context.options.isProof }

  /// Takes over what the run made, and writes the reprint files to where they wait.
  mutating func writeFiles(
    _ outcomes: [UnitOutcome],
    to staging: Staging,
    _ journal: inout Journal
  ) throws -> ReprintSummary {
    if isPrintable {
      for outcome in outcomes { adopt(outcome) }
      if !context.options.isFiltered { arrange() }
    }
    let set =
      isPrintable
      ? try ReprintSet(index, store: store, faces: context.faces())
      : ReprintSet(schools: [])
    let files = ReprintFiles(
      staging: staging,
      context: context,
      today: context.options.today,
      baseline: index.marked.map(ReprintClosing.day) ?? "首次完整生成的版本",
      corrections: corrections
    )
    let written = try files.write(set, replacing: index.files)
    index.files = written.names
    journal.files += written.files
    journal.removed += written.removed
    return ReprintSummary(
      files: written.names,
      schoolCount: set.schools.count,
      takenSheets: set.takenSheets,
      addedSheets: set.addedSheets,
      findings: written.findings
    )
  }

  private mutating func adopt(_ outcome: UnitOutcome) {
    guard let name = outcome.school else { return }
    guard let recorded = outcome.recorded else {
      // No packet could be made, and what an earlier run made is removed; print files that stand in
      // the outcome were left as they are.
      if !context.options.isFiltered, outcome.packets.isEmpty {
        change(name) { entry in
          entry.current = nil
          entry.pages = nil
          entry.packets = [:]
          entry.isGone = false
        }
      }
      return
    }
    change(name) { entry in
      entry.current = recorded.state
      entry.pages = recorded.pages
      entry.packets = Dictionary(outcome.packets.map { ($0.path, $0.sha256) }) { _, last in last }
      entry.isGone = false
      // What is complete for the first time is what will be printed.
      if entry.printed == nil, recorded.isComplete { entry.printed = recorded.state }
    }
  }

  private mutating func change(_ school: String, _ change: (inout PrintIndex.Entry) -> Void) {
    if let place = index.schools.firstIndex(where: { $0.school.hasSameBytes(as: school) }) {
      change(&index.schools[place])
    } else {
      var entry = PrintIndex.Entry(school: school)
      change(&entry)
      index.schools.append(entry)
    }
  }

  /// Brings the schools into the order of the plan; those that the data no longer has come last.
  private mutating func arrange() {
    let names = context.season.schools.map(\.name)
    let known = Dictionary(names.enumerated().map { (ByteKey($1), $0) }) { first, _ in first }
    for place in index.schools.indices where known[ByteKey(index.schools[place].school)] == nil {
      index.schools[place].current = nil
      index.schools[place].pages = nil
      index.schools[place].packets = [:]
      index.schools[place].isGone = true
    }
    let ordered = index.schools.enumerated().sorted { left, right in
      let (one, other) = (known[ByteKey(left.element.school)], known[ByteKey(right.element.school)])
      return (one ?? .max, left.offset) < (other ?? .max, right.offset)
    }
    index.schools = ordered.map(\.element).filter { $0.printed != nil || $0.current != nil }
  }

  /// Settles what the folder will know when the manifest lies there.
  ///
  /// States whose print files the folder no longer holds (a draft took their place) are dropped; an
  /// older print file that a run of one school left beside them does no harm.
  mutating func settle(_ manifest: Manifest) {
    index.drop(notHeldBy: manifest)
  }

  private static func day(_ text: String) -> String {
    guard let date = CalendarDate(text) else { return text }
    return "\(date.year)年\(date.month)月\(date.day)日"
  }
}
