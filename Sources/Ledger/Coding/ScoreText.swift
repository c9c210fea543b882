internal import Records

/// The text that a ledger keeps of the scores of a person:
/// `{"idNumber":"…","name":"…","scores":[["语文","2021-1","85",""],…]}`.
struct ScoreText: Sendable {
  /// A score by the names that a clerk knows.
  struct Entry: Hashable, Sendable {
    var course: String
    var term: String
    var score: String
    var makeup: String

    fileprivate var texts: [String] { [course, term, score, makeup] }
  }

  /// The scores of a person.
  struct Sheet: Sendable {
    var idNumber: String
    var name: String
    var entries: [Entry]
  }

  /// The text of a person's scores.
  static func text(of sheet: Sheet) -> String {
    var writer = StoredTextWriter()
    writer.append(Array("{\"idNumber\":".utf8))
    writer.append(sheet.idNumber)
    if !sheet.name.isEmpty {
      writer.append(Array(",\"name\":".utf8))
      writer.append(sheet.name)
    }
    writer.append(Array(",\"scores\":[".utf8))
    for (index, entry) in sheet.entries.enumerated() {
      if index > 0 { writer.append("," as Unicode.Scalar) }
      writer.append(entry.texts)
    }
    writer.append(Array("]}".utf8))
    return writer.text
  }

  /// The scores of a text.
  static func sheet(of text: String) throws(DamagedText) -> Sheet {
    var scanner = StoredTextScanner(text)
    var sheet = Sheet(idNumber: "", name: "", entries: [])
    try scanner.expect("{")
    repeat {
      let name = try scanner.string()
      try scanner.expect(":")
      switch name {
      case "idNumber": sheet.idNumber = try scanner.string()
      case "name": sheet.name = try scanner.string()
      case "scores": sheet.entries = try entries(&scanner)
      default: throw DamagedText()
      }
    } while scanner.skip(",")
    try scanner.expect("}")
    guard scanner.isAtEnd else { throw DamagedText() }
    return sheet
  }

  private static func entries(
    _ scanner: inout StoredTextScanner
  ) throws(DamagedText) -> [Entry] {
    var entries: [Entry] = []
    try scanner.expect("[")
    if scanner.skip("]") { return entries }
    repeat {
      let texts = try scanner.strings()
      guard texts.count == 4 else { throw DamagedText() }
      entries.append(
        Entry(course: texts[0], term: texts[1], score: texts[2], makeup: texts[3])
      )
    } while scanner.skip(",")
    try scanner.expect("]")
    return entries
  }
}
