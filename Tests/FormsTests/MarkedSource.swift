import Diagnostics
import Forms
import Records

/// A template text with marks (1️⃣, 2️⃣…) at the places where findings are expected.
struct MarkedSource {
  /// The text without marks.
  let text: String
  /// Line and column of each mark, by its number.
  private(set) var marks: [Int: [Int]] = [:]

  init(_ source: String) {
    var text = String.UnicodeScalarView()
    var (line, column) = (1, 1)
    let scalars = Array(source.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      // A keycap is a digit, a variation selector and U+20E3.
      if index + 2 < scalars.count, scalars[index + 1].value == 0xFE0F,
        scalars[index + 2].value == 0x20E3
      {
        marks[Int(scalar.value) - 0x30] = [line, column]
        index += 3
        continue
      }
      text.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      index += 1
    }
    self.text = String(text)
  }
}

/// Files of a template folder that exist in memory only.
struct MissingFile: Error {}

/// Compiles a text as `t.xml`.
func compile(
  _ text: String,
  files: [String: String] = [:],
  schema: RecordSchema = .builtIn
) throws -> (template: Template?, diagnostics: [Diagnostic]) {
  let compiler = TemplateCompiler(vocabulary: Vocabulary(schema: schema), directory: "") { name in
    guard let text = files[name] else { throw MissingFile() }
    return Array(text.utf8)
  }
  var sink = DiagnosticSink()
  let template = try compiler.compile("t.xml", bytes: Array(text.utf8), into: &sink)
  return (template, sink.diagnostics)
}

/// A registration form around blocks.
func form(_ blocks: String, id: String = "registration") -> String {
  "<form id=\"\(id)\" title=\"表\"><page paper=\"A4\" orientation=\"landscape\" margin-left=\"20mm\""
    + " margin-right=\"15mm\"/>\n\(blocks)\n</form>"
}
