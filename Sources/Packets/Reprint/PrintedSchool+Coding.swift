import Fonts
import Records

extension PrintedSchool {
  /// What every state file begins with: the program, the kind of file and the version of its format.
  private static let mark = "yanyin print state 1"

  /// The state file.
  var encoded: [UInt8] {
    var encoder = StateEncoder()
    encoder.append(PrintedSchool.mark)
    encoder.append(name)
    encoder.append(detail)
    encoder.append(revision)
    encoder.append(list: record) { $0.append($1) }
    encoder.append(list: documents) { $1.write(to: &$0) }
    encoder.append(list: copies) { encoder, copy in
      encoder.append(copy.document)
      encoder.append(copy.number)
      encoder.append(copy.sides)
      encoder.append(list: copy.slots) { $0.append($1) }
    }
    encoder.append(list: withheld) { $1.write(to: &$0) }
    encoder.append(list: tables) { $1.write(to: &$0) }
    return encoder.bytes
  }

  /// Reads a state file.
  init(decoding bytes: [UInt8]) throws(StateDecoder.Malformed) {
    var decoder = StateDecoder(bytes)
    guard try decoder.text() == PrintedSchool.mark else { throw StateDecoder.Malformed() }
    name = try decoder.text()
    detail = try decoder.text()
    revision = try decoder.number()
    record = try decoder.texts()
    documents = try decoder.list { decoder throws(StateDecoder.Malformed) in
      try PrintedDocument(from: &decoder)
    }
    copies = try decoder.list { decoder throws(StateDecoder.Malformed) in
      PrintedCopy(
        document: try decoder.number(),
        number: try decoder.number(),
        sides: max(1, try decoder.number()),
        slots: try decoder.numbers()
      )
    }
    withheld = try decoder.list { decoder throws(StateDecoder.Malformed) in
      try DocumentKey(from: &decoder)
    }
    tables = try decoder.list { decoder throws(StateDecoder.Malformed) in
      try PrintedTable(from: &decoder)
    }
    guard decoder.isAtEnd, isConsistent else { throw StateDecoder.Malformed() }
  }

  /// Whether every index lies inside of what it points into.
  private var isConsistent: Bool {
    let tablesHold = tables.allSatisfy { table in
      documents.indices.contains(table.document)
        && table.rows.allSatisfy { $0.values.count == table.headings.count }
    }
    return tablesHold
      && copies.allSatisfy { copy in
        documents.indices.contains(copy.document)
          && copy.slots.allSatisfy { (0...documents[copy.document].pages.count).contains($0) }
      }
  }
}

extension StateDecoder {
  mutating func texts() throws(Malformed) -> [String] {
    try list { decoder throws(Malformed) in try decoder.text() }
  }

  mutating func numbers() throws(Malformed) -> [Int] {
    try list { decoder throws(Malformed) in try decoder.number() }
  }

  mutating func fingerprint() throws(Malformed) -> Fingerprint {
    Fingerprint(
      high: UInt64(bitPattern: Int64(try number())),
      low: UInt64(bitPattern: Int64(try number()))
    )
  }
}

extension StateEncoder {
  mutating func append(_ fingerprint: Fingerprint) {
    append(Int(truncatingIfNeeded: fingerprint.high))
    append(Int(truncatingIfNeeded: fingerprint.low))
  }
}

extension DocumentKey {
  func write(to encoder: inout StateEncoder) {
    encoder.append(form)
    encoder.append(volume)
  }

  init(from decoder: inout StateDecoder) throws(StateDecoder.Malformed) {
    form = try decoder.text()
    volume = try decoder.text()
  }
}

extension PrintedDocument {
  fileprivate func write(to encoder: inout StateEncoder) {
    key.write(to: &encoder)
    encoder.append(paper)
    encoder.append(list: seals) { $0.append($1) }
    encoder.append(list: pages) { encoder, page in
      encoder.append(page.fingerprint)
      encoder.append(page.isSealed)
      encoder.append(list: page.graduates) { $0.append($1) }
    }
  }

  fileprivate init(from decoder: inout StateDecoder) throws(StateDecoder.Malformed) {
    key = try DocumentKey(from: &decoder)
    paper = try decoder.text()
    seals = try decoder.texts()
    pages = try decoder.list { decoder throws(StateDecoder.Malformed) in
      PrintedPage(
        fingerprint: try decoder.fingerprint(),
        isSealed: try decoder.flag(),
        graduates: try decoder.numbers()
      )
    }
  }
}

extension PrintedTable {
  fileprivate func write(to encoder: inout StateEncoder) {
    encoder.append(document)
    encoder.append(Int(kind.rawValue))
    encoder.append(list: headings) { $0.append($1) }
    encoder.append(list: rows) { encoder, row in
      encoder.append(row.key)
      encoder.append(row.name)
      encoder.append(row.idNumber)
      encoder.append(row.certificate)
      encoder.append(list: row.values) { $0.append($1) }
    }
  }

  fileprivate init(from decoder: inout StateDecoder) throws(StateDecoder.Malformed) {
    document = try decoder.number()
    guard let kind = TableKind(rawValue: UInt8(truncatingIfNeeded: try decoder.number())) else {
      throw StateDecoder.Malformed()
    }
    self.kind = kind
    headings = try decoder.texts()
    rows = try decoder.list { decoder throws(StateDecoder.Malformed) in
      PrintedRecord(
        key: try decoder.text(),
        name: try decoder.text(),
        idNumber: try decoder.text(),
        certificate: try decoder.text(),
        values: try decoder.texts()
      )
    }
  }
}
