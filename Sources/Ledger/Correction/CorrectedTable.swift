internal import Diagnostics
internal import Records

/// A table with the values that corrections give it.
struct CorrectedTable {
  let address: TableAddress
  let old: StoredTable
  /// The texts with all corrections.
  private(set) var texts: [String]
  private(set) var listing: Listing
  private var corrected: Set<Cell> = []
  private let fields: [FieldDefinition]
  private let recordText: RecordText
  private let comparison: RecordComparison

  /// A field of a record.
  private struct Cell: Hashable {
    var entity: Int64
    var item: TextKey
  }

  /// Why a correction cannot be applied.
  enum Refusal: Error {
    case otherValue(String)
    case noCourse([String])
    case ambiguousCourse
    case repeated
  }

  /// What a correction did.
  struct Effect {
    /// The item as differences and histories call it.
    var item: String
    var course: String?
    var old: String
  }

  init(_ address: TableAddress, _ table: StoredTable, schema: RecordSchema) {
    self.address = address
    old = table
    texts = table.records.map(\.text)
    listing = table.listing
    fields = schema[address.kind]
    recordText = RecordText(fields)
    comparison = RecordComparison(address.kind, schema: schema)
  }

  /// Whether the ledger has the old value of a correction.
  func hasOldValue(_ row: CorrectionRow, of entity: Int64) -> Bool {
    var trial = self
    return (try? trial.apply(row, to: entity, at: CellOrigin())) != nil
  }

  /// Puts the new value of a correction in the place of the old one.
  mutating func apply(
    _ row: CorrectionRow,
    to entity: Int64,
    at origin: CellOrigin
  ) throws -> Effect {
    guard let index = old.records.firstIndex(where: { $0.entity == entity }) else {
      throw DamagedText()
    }
    let effect: Effect
    let findingField: String
    switch row.item {
    case .field(let slot):
      effect = try applyField(row, slot, at: index)
      findingField = fields[slot].name
    case .score(let words):
      effect = try applyScore(row, words, at: index, origin: origin)
      findingField = ScoreField.score.definition.name
    }
    guard corrected.insert(Cell(entity: entity, item: TextKey(effect.item))).inserted else {
      throw Refusal.repeated
    }
    // What reading found in the old value is no longer there.
    listing.findings.removeAll { $0.entity == entity && $0.fields.contains(findingField) }
    return effect
  }

  private func expect(_ row: CorrectionRow, _ value: String) throws {
    let key = TextKey(value)
    guard key == TextKey(row.old.canonical) || key == TextKey(row.old.written) else {
      throw Refusal.otherValue(value)
    }
  }

  private mutating func applyField(
    _ row: CorrectionRow,
    _ slot: Int,
    at index: Int
  ) throws -> Effect {
    if address.kind == .score {
      var sheet = try ScoreText.sheet(of: texts[index])
      let isNumber = slot == ScoreField.idNumber.rawValue
      let value = isNumber ? sheet.idNumber : sheet.name
      try expect(row, value)
      if isNumber { sheet.idNumber = row.new } else { sheet.name = row.new }
      texts[index] = ScoreText.text(of: sheet)
      return Effect(item: fields[slot].heading, old: value)
    }
    var (values, unknown) = try recordText.values(of: texts[index])
    let value = values[slot]
    try expect(row, value)
    values[slot] = row.new
    texts[index] = recordText.text(of: values, keeping: unknown)
    return Effect(item: fields[slot].heading, old: value)
  }

  private mutating func applyScore(
    _ row: CorrectionRow,
    _ words: String,
    at index: Int,
    origin: CellOrigin
  ) throws -> Effect {
    var sheet = try ScoreText.sheet(of: texts[index])
    var items = ScoreItem.items(words, in: sheet)
    if items.count > 1 {
      items = items.filter { (try? expect(row, $0.value(in: sheet))) != nil }
      guard items.count == 1 else { throw Refusal.ambiguousCourse }
    }
    let effect: Effect
    if let item = items.first {
      let value = item.value(in: sheet)
      try expect(row, value)
      effect = Effect(
        item: item.name(in: sheet),
        course: sheet.entries[item.entry].course,
        old: value
      )
      if item.isMakeup {
        sheet.entries[item.entry].makeup = row.new
      } else {
        sheet.entries[item.entry].score = row.new
      }
      // An empty cell of a file is no score either.
      if sheet.entries[item.entry].score.isEmpty, sheet.entries[item.entry].makeup.isEmpty {
        sheet.entries.remove(at: item.entry)
        listing.members[index].origins.remove(at: item.entry)
      }
    } else {
      // A score that was missing: of a course that others of the school have.
      guard row.old.canonical.isEmpty,
        listing.courses.contains(where: { TextKey($0) == TextKey(words) })
      else { throw Refusal.noCourse(sheet.entries.map(\.item)) }
      sheet.entries.append(ScoreText.Entry(course: words, term: "", score: row.new, makeup: ""))
      listing.members[index].origins.append(origin)
      effect = Effect(item: words, course: words, old: "")
    }
    texts[index] = ScoreText.text(of: sheet)
    return effect
  }

  /// What changes, in the words of the clerk; `school` is nil for the season's tables.
  func difference(school: String?) throws -> TableDifference {
    var difference = TableDifference(school: school, table: address.kind)
    for (record, text) in zip(old.records, texts)
    where !record.text.utf8.elementsEqual(text.utf8) {
      difference.records.append(
        RecordDifference(
          label: try comparison.identity(of: record.text).label,
          change: .changed(try comparison.differences(record.text, text))
        )
      )
    }
    return difference
  }

  /// Writes the new state.
  func write(to writer: inout LedgerWriter) throws {
    for (record, text) in zip(old.records, texts)
    where !record.text.utf8.elementsEqual(text.utf8) {
      try writer.endVersion(record.id)
      let number = try comparison.identity(of: text).label.idNumber
      _ = try writer.addVersion(
        of: record.entity,
        school: record.school,
        kind: address.kind,
        person: address.kind == .school ? nil : number,
        text: text
      )
    }
    let findings = listing.findings.map { finding in
      (finding: finding, index: old.records.firstIndex { $0.entity == finding.entity })
    }
    try writer.replace(
      old,
      with: listing,
      content: try TableContent.digest(texts, courses: listing.courses, findings: findings),
      sharedKeys: try recordText.sharedKeys(of: texts, in: address.kind),
      kind: address.kind,
      school: address.school
    )
  }
}
