internal import Records

/// The text that a ledger keeps of a record: its filled fields by their names,
/// `{"idNumber":"…","name":"…"}`, in the order of the names' bytes.
///
/// A template's extra fields come and go without touching what is kept: a field that the schema
/// does not know stays in the text.
struct RecordText: Sendable {
  /// A field that the schema of the run does not know.
  struct Unknown: Hashable, Sendable {
    var name: String
    var value: String
  }

  private struct Field: Sendable {
    var name: String
    /// The name as it stands in the text, with its colon.
    var quoted: [UInt8]
    var slot: Int
  }

  private let fields: [Field]
  private let slots: [TextKey: Int]
  private let count: Int

  init(_ definitions: [FieldDefinition]) {
    count = definitions.count
    fields = definitions.enumerated().map { slot, field in
      var writer = StoredTextWriter()
      writer.append(field.name)
      writer.append(":" as Unicode.Scalar)
      return Field(name: field.name, quoted: writer.bytes, slot: slot)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    slots = Dictionary(fields.map { (TextKey($0.name), $0.slot) }) { first, _ in first }
  }

  /// The text of a record.
  func text(of values: ContiguousArray<String>, keeping unknown: [Unknown] = []) -> String {
    var writer = StoredTextWriter()
    writer.append("{" as Unicode.Scalar)
    var isFirst = true
    var rest = unknown.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }[...]
    func separate() {
      if !isFirst { writer.append("," as Unicode.Scalar) }
      isFirst = false
    }
    func writeUnknown(before name: String?) {
      while let next = rest.first,
        name.map({ next.name.utf8.lexicographicallyPrecedes($0.utf8) }) ?? true
      {
        separate()
        writer.append(next.name)
        writer.append(":" as Unicode.Scalar)
        writer.append(next.value)
        rest.removeFirst()
      }
    }
    for field in fields where field.slot < values.count && !values[field.slot].isEmpty {
      if !rest.isEmpty { writeUnknown(before: field.name) }
      separate()
      writer.append(field.quoted)
      writer.append(values[field.slot])
    }
    writeUnknown(before: nil)
    writer.append("}" as Unicode.Scalar)
    return writer.text
  }

  /// The values of a text by slot, and the fields that the schema does not know.
  func values(
    of text: String
  ) throws(DamagedText) -> (values: ContiguousArray<String>, unknown: [Unknown]) {
    var scanner = StoredTextScanner(text)
    var values = ContiguousArray(repeating: "", count: count)
    var unknown: [Unknown] = []
    try scanner.expect("{")
    if scanner.skip("}") { return (values, unknown) }
    repeat {
      let name = try scanner.string()
      try scanner.expect(":")
      let value = try scanner.string()
      if let slot = slots[TextKey(name)] {
        values[slot] = value
      } else {
        unknown.append(Unknown(name: name, value: value))
      }
    } while scanner.skip(",")
    try scanner.expect("}")
    guard scanner.isAtEnd else { throw DamagedText() }
    return (values, unknown)
  }
}
