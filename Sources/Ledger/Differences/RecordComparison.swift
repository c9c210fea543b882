internal import Records

/// Reads the texts of a table and tells what two of them differ in.
struct RecordComparison {
  let kind: TableKind
  private let fields: [FieldDefinition]
  private let texts: RecordText

  init(_ kind: TableKind, schema: RecordSchema) {
    self.kind = kind
    fields = schema[kind]
    texts = RecordText(fields)
  }

  /// Which record a text is of.
  func identity(of text: String) throws(DamagedText) -> RecordIdentity {
    if kind == .score { return RecordIdentity(try ScoreText.sheet(of: text)) }
    return RecordIdentity(kind, try texts.values(of: text).values)
  }

  /// The text of values that keeps what an older text has in fields that the schema does not know.
  func text(
    of values: ContiguousArray<String>,
    keepingUnknownOf old: String
  ) throws(DamagedText)
    -> String
  {
    texts.text(of: values, keeping: try texts.values(of: old).unknown)
  }

  /// The same with the new values as a text.
  func text(_ new: String, keepingUnknownOf old: String) throws(DamagedText) -> String {
    guard kind != .score else { return new }
    let unknown = try texts.values(of: old).unknown
    guard !unknown.isEmpty else { return new }
    return texts.text(of: try texts.values(of: new).values, keeping: unknown)
  }

  /// The fields in which two texts differ.
  func differences(_ old: String, _ new: String) throws(DamagedText) -> [FieldDifference] {
    if kind == .score {
      return ScoreComparison.differences(
        try ScoreText.sheet(of: old),
        try ScoreText.sheet(of: new)
      )
    }
    let (before, unknownBefore) = try texts.values(of: old)
    let (after, unknownAfter) = try texts.values(of: new)
    var differences: [FieldDifference] = []
    for (slot, field) in fields.enumerated()
    where !before[slot].utf8.elementsEqual(after[slot].utf8) {
      differences.append(
        FieldDifference(
          item: field.heading,
          kind: field.kind,
          old: before[slot],
          new: after[slot]
        )
      )
    }
    for name in Set((unknownBefore + unknownAfter).map(\.name)).sorted() {
      let old = unknownBefore.first { $0.name == name }?.value ?? ""
      let new = unknownAfter.first { $0.name == name }?.value ?? ""
      if old.utf8.elementsEqual(new.utf8) { continue }
      differences.append(FieldDifference(item: name, kind: .text, old: old, new: new))
    }
    return differences
  }

  /// What two records share that are the same but for the identity number; nil where the record is
  /// no person's.
  func likeness(of text: String) throws(DamagedText) -> TextKey? {
    switch kind {
    case .score:
      let sheet = try ScoreText.sheet(of: text)
      return sheet.name.isEmpty ? nil : TextKey(sheet.name)
    case .graduate, .change, .enrolment:
      let values = try texts.values(of: text).values
      var parts: [String] = []
      for (field, value) in zip(fields, values) {
        switch field.name {
        case "idNumber", "birthDate", "sex", "documentType", "remark": continue
        default: parts.append(value)
        }
      }
      return TextKey(parts.joined(separator: "\u{1F}"))
    case .school, .bureau, .major, .course, .exemption, .correction: return nil
    }
  }
}

/// Tells what two sheets of scores differ in.
enum ScoreComparison {
  private struct Key: Hashable {
    var course: TextKey
    var term: TextKey
    var number: Int
  }

  static func differences(_ old: ScoreText.Sheet, _ new: ScoreText.Sheet) -> [FieldDifference] {
    var differences: [FieldDifference] = []
    func compare(_ item: String, _ kind: FieldKind, _ old: String, _ new: String) {
      if old.utf8.elementsEqual(new.utf8) { return }
      differences.append(FieldDifference(item: item, kind: kind, old: old, new: new))
    }
    compare("身份证号码", .identity, old.idNumber, new.idNumber)
    compare("姓名", .personName, old.name, new.name)
    let before = entries(of: old)
    let after = entries(of: new)
    for (key, entry) in after {
      let earlier = before.first { $0.key == key }?.entry
      compare(entry.item, .text, earlier?.score ?? "", entry.score)
      compare(entry.makeupItem, .text, earlier?.makeup ?? "", entry.makeup)
    }
    for (key, entry) in before where !after.contains(where: { $0.key == key }) {
      compare(entry.item, .text, entry.score, "")
      compare(entry.makeupItem, .text, entry.makeup, "")
    }
    return differences
  }

  private static func entries(of sheet: ScoreText.Sheet) -> [(key: Key, entry: ScoreText.Entry)] {
    var seen: [Key: Int] = [:]
    return sheet.entries.map { entry in
      var key = Key(course: TextKey(entry.course), term: TextKey(entry.term), number: 0)
      let number = seen[key, default: 0]
      seen[key] = number + 1
      key.number = number
      return (key, entry)
    }
  }
}

extension ScoreText.Entry {
  /// The score as clerks call it: `语文`, `语文（2021-1）`.
  var item: String { term.isEmpty ? course : "\(course)（\(term)）" }

  /// The score of the second examination as clerks call it.
  var makeupItem: String { "\(item) 补考成绩" }
}
