import Diagnostics
import Forms
import Foundation
import Records
import TestTools
import Testing

@Suite("The manual for template writers")
struct DocumentationTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The complete examples of the manual: from the comment that names one to the end of its fence.
  private static func examples() throws -> [(name: String, text: String)] {
    let manual = try String(contentsOfFile: "\(root)/docs/templates.md", encoding: .utf8)
    return manual.components(separatedBy: "<!-- example: ").dropFirst().compactMap { part in
      guard let nameEnd = part.range(of: " -->"), let end = part.range(of: "\n```") else {
        return nil
      }
      return (
        String(part[..<nameEnd.lowerBound]), String(part[nameEnd.upperBound..<end.lowerBound])
      )
    }
  }

  @Test("every example compiles against the vocabulary that it describes")
  func compile() throws {
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("ethnicity", "民族"), in: .graduate)
    let compiler = TemplateCompiler(
      vocabulary: Vocabulary(schema: schema),
      directory: "docs/"
    ) { name in
      // The manual asks the reader for a picture of his own.
      if name == "school-badge.png" { return PNGSample.colours.bytes }
      return Array(
        try Data(contentsOf: URL(fileURLWithPath: "\(Self.root)/Templates/2023/\(name)"))
      )
    }
    let examples = try Self.examples()
    #expect(examples.count > 10)
    for (name, text) in examples {
      var sink = DiagnosticSink()
      let template = try compiler.compile("\(name).xml", bytes: Array(text.utf8), into: &sink)
      #expect(template != nil, "\(name): \(sink.diagnostics.map(\.text))")
    }
  }
}
