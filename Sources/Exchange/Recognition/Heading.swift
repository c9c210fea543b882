internal import Records

/// How headings are compared: without blanks, stars, brackets and width.
enum Heading {
  /// The bytes that two headings of one meaning share.
  static func key(_ text: String) -> [UInt8] {
    var depth = 0
    var outside: [UInt8] = []
    for scalar in text.unicodeScalars {
      let folded = Cleaning.folded(scalar)
      if Cleaning.isBlank(folded) || Cleaning.isInvisible(folded) { continue }
      switch folded {
      case "(", "[", "{", "【", "〔", "〈", "《", "「": depth += 1
      case ")", "]", "}", "】", "〕", "〉", "》", "」": depth = max(0, depth - 1)
      case "*", "＊", "※": continue
      default:
        guard depth == 0 else { continue }
        switch folded.value {
        case 0x61...0x7A: outside.append(UInt8(folded.value - 0x20))
        case ..<0x80: outside.append(UInt8(folded.value))
        // Chinese has no case; most headings are asked for by every table of the schema.
        case 0x2E80...0x9FFF: outside.append(contentsOf: String(folded).utf8)
        default: outside.append(contentsOf: String(folded).uppercased().utf8)
        }
      }
    }
    return outside
  }

  /// A heading without blanks and line breaks, brackets kept: the name of a course.
  static func course(_ text: String) -> String {
    Cleaning.trimmed(Cleaning.joined(text))
  }
}

/// The headings of a table: first its own, then their synonyms.
struct HeadingIndex {
  private var slots: [[UInt8]: Int] = [:]

  init(_ fields: [FieldDefinition]) {
    for (slot, field) in fields.enumerated() {
      let key = Heading.key(field.heading)
      if slots[key] == nil { slots[key] = slot }
    }
    for (slot, field) in fields.enumerated() {
      for synonym in field.synonyms where slots[Heading.key(synonym)] == nil {
        slots[Heading.key(synonym)] = slot
      }
    }
  }

  /// The field that a heading means.
  func slot(_ heading: String) -> Int? {
    slots[Heading.key(heading)]
  }
}
