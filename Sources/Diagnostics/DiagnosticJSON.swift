extension Diagnostic {
  /// The finding as one JSON object on one line, keys in a fixed order, absent values left out.
  package var json: String {
    var fields: [(String, String)] = [
      ("severity", JSONText.quoted(severity.keyword)),
      ("code", JSONText.quoted(code)),
      ("message", JSONText.quoted(message)),
    ]
    fields += place.jsonMembers
    if let school = subject?.school { fields.append(("school", JSONText.quoted(school))) }
    if let person = subject?.person { fields.append(("person", JSONText.quoted(person))) }
    if isReleased { fields.append(("released", "true")) }
    if !notes.isEmpty {
      let items = notes.map { note in
        JSONText.object(
          note.place.jsonMembers + [("message", JSONText.quoted(note.message))]
        )
      }
      fields.append(("notes", "[\(items.joined(separator: ","))]"))
    }
    return JSONText.object(fields)
  }

}

extension Place {
  /// The members of a JSON object that say where, already encoded; none for `none`.
  package var jsonMembers: [(String, String)] {
    switch self {
    case .none:
      return []
    case .file(let file):
      return [("file", JSONText.quoted(file))]
    case .text(let file, let line, let column):
      return [
        ("file", JSONText.quoted(file)), ("line", String(line)), ("column", String(column)),
      ]
    case .byte(let file, let line, let offset):
      return [
        ("file", JSONText.quoted(file)), ("line", String(line)), ("offset", String(offset)),
      ]
    case .row(let file, let sheet, let row):
      return [("file", JSONText.quoted(file))] + Place.sheetMember(sheet) + [("row", String(row))]
    case .cell(let file, let sheet, let row, let column, let heading):
      return [("file", JSONText.quoted(file))] + Place.sheetMember(sheet) + [
        ("row", String(row)), ("column", String(column)), ("heading", JSONText.quoted(heading)),
      ]
    }
  }

  private static func sheetMember(_ sheet: String?) -> [(String, String)] {
    guard let sheet else { return [] }
    return [("sheet", JSONText.quoted(sheet))]
  }
}

/// JSON written by hand: stable key order, no escaping of what needs none.
package enum JSONText {
  /// A quoted JSON string.
  package static func quoted(_ string: String) -> String {
    var result: [UInt8] = [0x22]
    for byte in string.utf8 {
      switch byte {
      case 0x22: result += [0x5C, 0x22]
      case 0x5C: result += [0x5C, 0x5C]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x0D: result += [0x5C, 0x72]
      case 0x09: result += [0x5C, 0x74]
      case 0..<0x20, 0x7F:
        result += Array("\\u00".utf8)
        result += [hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: result.append(byte)
      }
    }
    result.append(0x22)
    return String(decoding: result, as: UTF8.self)
  }

  /// An object of already encoded values.
  package static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
