internal import FoundationEssentials
internal import Records

/// The columns of a table in a file, kept by field names so that the schema of a later run finds
/// them.
struct SourceColumns: Codable, Hashable {
  var fields: [String: Column]

  struct Column: Codable, Hashable {
    var number: Int
    var heading: String
  }

  init(_ source: TableSource, fields definitions: [FieldDefinition]) {
    fields = [:]
    for (definition, column) in zip(definitions, source.columns) {
      guard let column else { continue }
      fields[definition.name] = Column(number: column.number, heading: column.heading)
    }
  }

  /// The text that a ledger keeps.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The columns of a text.
  init(text: String) throws(DamagedText) {
    do {
      self = try JSONDecoder().decode(SourceColumns.self, from: Data(text.utf8))
    } catch {
      throw DamagedText()
    }
  }

  /// The columns by the slots of a schema.
  func columns(_ definitions: [FieldDefinition]) -> [TableSource.Column?] {
    definitions.map { definition in
      fields[definition.name].map {
        TableSource.Column(number: $0.number, heading: $0.heading)
      }
    }
  }
}
