package import Diagnostics
internal import DocumentModel
internal import Markup

/// Checks templates against a vocabulary and compiles them.
package struct TemplateCompiler: ElementChecking {
  /// How deep files may include one another.
  static let includeDepth = 8
  /// How many files a template may include in all, each time counted.
  static let includeCount = 256
  /// How many findings about one template are reported.
  static let findingLimit = 50

  let vocabulary: Vocabulary
  /// What stands before file names in messages: `Templates/2023/`.
  let directory: String
  let read: (String) throws -> [UInt8]

  var sink = DiagnosticSink()
  var source = MarkupSource([], file: "")
  var scope = Scope(roots: [])
  var formStyle = TextStyle(face: .song, size: Length(milliPoints: 10_500))
  var sheet = TemplateCompiler.defaultSheet
  var displayed: Set<FieldUse> = []
  var tested: Set<FieldUse> = []
  var dependencies: [TemplateFile] = []
  /// The pictures that were read, by the bytes of their paths; one object however often it is shown.
  var pictures: [[UInt8]: Picture] = [:]
  var limits: [LoopLimit] = []
  /// The loops of blocks around the place that is being compiled.
  var blockLoops: [LoopProgram] = []
  /// The files that are being read, the innermost last.
  var openFiles: [String] = []
  var includes = 0
  var failure: (any Error)?

  /// A compiler.
  ///
  /// - Parameters:
  ///   - vocabulary: the names that templates may use.
  ///   - directory: what messages put before file names (`Templates/2023/`).
  ///   - read: gives the bytes of a file of the template folder by its path in it.
  package init(
    vocabulary: Vocabulary,
    directory: String = "",
    read: @escaping (String) throws -> [UInt8]
  ) {
    self.vocabulary = vocabulary
    self.directory = directory
    self.read = read
  }

  /// Checks and compiles the template of a file.
  ///
  /// - Parameters:
  ///   - file: its path in the template folder.
  ///   - bytes: its text.
  ///   - sink: where findings go; at most 50 of one template.
  /// - Returns: nil where a finding is an error.
  /// - Throws: `MarkupError` where libxml2 itself fails, and what libcrypto throws.
  package func compile(
    _ file: String,
    bytes: [UInt8],
    into sink: inout DiagnosticSink
  ) throws -> Template? {
    var compiler = self
    compiler.openFiles = [file]
    compiler.dependencies = [TemplateFile(name: file, bytes: bytes)]
    var template: Template?
    if let document = try MarkupDocument.parse(
      bytes,
      file: directory + file,
      into: &compiler.sink
    ) {
      compiler.source = document.source
      template = compiler.form(document.root, file: file)
    }
    if let failure = compiler.failure { throw failure }
    for finding in compiler.sink.diagnostics.prefix(TemplateCompiler.findingLimit) {
      sink.report(finding)
    }
    let rest = compiler.sink.diagnostics.count - TemplateCompiler.findingLimit
    if rest > 0 {
      let message = "还有\(rest)个问题没有列出。请先改正以上各处。"
      sink.report(Diagnostic(.note, "T000", message, at: .file(directory + file)))
    }
    return compiler.sink.hasErrors ? nil : template
  }

  /// A4 upright, for what is checked after a faulty `<page>`.
  private static let defaultSheet = Sheet(
    paper: "A4",
    width: .millimetres(210),
    height: .millimetres(297),
    margins: Sheet.Margins(top: .zero, right: .zero, bottom: .zero, left: .zero)
  )
}
