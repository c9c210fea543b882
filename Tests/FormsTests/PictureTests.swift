import Diagnostics
import DocumentModel
import Forms
import Records
import TestTools
import Testing

@Suite("Pictures in templates")
struct PictureTests {
  /// Compiles a block with the files of a folder.
  private func compile(
    _ block: String,
    files: [String: [UInt8]] = ["a.png": PNGSample.colours.bytes]
  ) throws -> (template: Template?, diagnostics: [Diagnostic], marks: [Int: [Int]]) {
    let source = MarkedSource(form(block))
    let compiler = TemplateCompiler(vocabulary: Vocabulary(schema: .builtIn)) { name in
      guard let bytes = files[name] else { throw MissingFile() }
      return bytes
    }
    var sink = DiagnosticSink()
    let template = try compiler.compile("t.xml", bytes: Array(source.text.utf8), into: &sink)
    return (template, sink.diagnostics, source.marks)
  }

  private func pictures(_ template: Template?) throws -> [PictureBlock] {
    var sink = DiagnosticSink()
    let form = try #require(template?.fill(FormData(roots: []), into: &sink))
    return form.sections[0].blocks.compactMap {
      if case .picture(let block) = $0 { block } else { nil }
    }
  }

  @Test("a picture keeps its shape unless a height is given")
  func size() throws {
    let sample = PNGSample(width: 2, height: 1, kind: 0, rows: [0, 1, 2])
    let (template, diagnostics, _) = try compile(
      """
      <image src="badges/A.PNG" width="20mm" align="right" alt="校徽"/>
      <image src="badges/A.PNG" width="20mm" height="30mm"/>
      """,
      files: ["badges/A.PNG": sample.bytes]
    )
    #expect(diagnostics.map(\.text) == [])
    let blocks = try pictures(template)
    #expect(blocks.map(\.height) == [.millimetres(20) / 2, .millimetres(30)])
    #expect(blocks.map(\.alignment) == [.right, .left])
    #expect(blocks.map(\.description) == ["校徽", ""])
    #expect(blocks[0].picture === blocks[1].picture)
  }

  @Test("its file belongs to the template, once")
  func closure() throws {
    let block = "<image src='a.png' width='9mm'/><image src='a.png' width='8mm'/>"
    let template = try compile(block).template
    #expect(template?.dependencies.map(\.name) == ["t.xml", "a.png"])
    #expect(template?.dependencies.last?.bytes == PNGSample.colours.bytes)
  }

  @Test(
    "a picture that cannot be shown is found at its name, with what to do",
    arguments: [
      ("", "不完整"), ("GIF89a", "另存为 PNG"), ("interlaced", "隔行"), ("cut", "不完整"),
    ]
  )
  func broken(_ kind: String, _ advice: String) throws {
    var sample = PNGSample.colours
    var bytes = sample.bytes
    switch kind {
    case "": bytes = Array(bytes[..<8])
    case "interlaced":
      sample.interlacing = 1
      bytes = sample.bytes
    case "cut": bytes = Array(bytes.dropLast(20))
    default: bytes = Array(kind.utf8)
    }
    let (template, diagnostics, marks) = try compile(
      "<image src='1️⃣a.png' width='9mm'/>",
      files: ["a.png": bytes]
    )
    #expect(template == nil)
    let finding = try #require(diagnostics.first)
    let mark = try #require(marks[1])
    #expect(finding.code == "T034" && finding.message.contains(advice), "\(finding.text)")
    #expect(finding.place == .text(file: "t.xml", line: mark[0], column: mark[1]))
  }

  @Test("a picture must fit between the margins")
  func tooLarge() throws {
    // A4 landscape less 20 and 15 mm: 262 mm by 210 mm.
    #expect(try compile("<image src='a.png' width='210mm'/>").diagnostics.map(\.code) == [])
    for size in ["width='263mm' height='9mm'", "width='211mm'"] {
      let (template, diagnostics, marks) = try compile("<1️⃣image src='a.png' \(size)/>")
      #expect(template == nil && diagnostics.map(\.code) == ["T041"])
      let mark = try #require(marks[1])
      #expect(diagnostics.first?.place == .text(file: "t.xml", line: mark[0], column: mark[1]))
    }
  }
}
