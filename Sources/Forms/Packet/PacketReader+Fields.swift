internal import Diagnostics
internal import Markup
internal import Records

extension PacketReader {
  mutating func field(
    _ element: MarkupElement,
    _ schema: RecordSchema
  ) -> PacketDefinition.ExtraField? {
    check(element)
    noContent(element)
    guard element["table"]?.value != nil, let heading = element["name"]?.value else {
      return nil
    }
    let tables = TableKind.seasonTables.map { ($0.title, $0) }
    let kind = choice(element, "kind", PacketReader.kinds) ?? .text
    guard let table = choice(element, "table", tables) else { return nil }
    let name = element["id"]?.value ?? heading
    guard PacketReader.isName(name.value) else {
      let message = "“\(name.value)”不能用作模板中的名称。请写 id=\"…\"，用字母开头，只含字母、数字、汉字。"
      report("T051", message, in: name)
      return nil
    }
    if schema[table].contains(where: { $0.heading == heading.value }) {
      let message = "表“\(table.title)”已有列“\(heading.value)”，不必声明，请删去这一行。"
      report("T052", message, severity: .warning, at: heading.range.lowerBound)
      return nil
    }
    // Another column under a name that is taken would never be read: templates would show the first.
    if let known = title(of: name.value, in: table, schema) {
      let message =
        "表“\(table.title)”已有名称“\(name.value)”（\(known)），“\(heading.value)”不能再用这个名称。"
        + "请换一个 id，例如 \(name.value)2。"
      report("T055", message, in: name)
      return nil
    }
    let synonyms = element["synonyms"]?.value.value.split(separator: " ").map(String.init) ?? []
    return PacketDefinition.ExtraField(
      table: table,
      definition: FieldDefinition(
        name.value,
        heading.value,
        kind,
        required: flag(element, "required") ?? false,
        synonyms: synonyms
      )
    )
  }

  /// What a name of a table's templates stands for; nil for names that are free.
  private func title(of name: String, in table: TableKind, _ schema: RecordSchema) -> String? {
    if let field = schema[table].first(where: { $0.name == name }) { return "列“\(field.heading)”" }
    guard let type = Vocabulary(schema: schema).types[table.name] else { return nil }
    if let value = type.derived.first(where: { $0.name == name }) { return value.heading }
    return type.lists.first { $0.name == name }?.title
  }

  static let kinds: [(String, FieldKind)] = [
    ("text", .text), ("date", .date), ("month", .month), ("count", .count), ("phone", .phone),
    ("name", .personName), ("identity", .identity),
  ]

  private static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let reserved = ["index", "and", "or", "not", "in", "where"]
    guard let first = bytes.first, bytes.count <= 60, !reserved.contains(name) else { return false }
    // Full-width punctuation is no letter: （ and ） are frequent in headings.
    let hasPunctuation = name.unicodeScalars.contains { scalar in
      scalar.value >= 0x80 && !scalar.properties.isAlphabetic
    }
    return !hasPunctuation && !(0x30...0x39).contains(first)
      && bytes.allSatisfy {
        $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      }
  }
}
