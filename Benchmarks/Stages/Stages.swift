internal import Compression
internal import Diagnostics
internal import DocumentModel
internal import Exchange
internal import Fonts
internal import Forms
internal import Glibc
internal import PDFOutput
internal import Records
internal import Typesetting
internal import XLSXOutput

/// The stages that a document goes through, each with its input made beforehand.
struct Stages {
  /// A stage of the work.
  enum Name: String, CaseIterable {
    /// The roster as CSV into records.
    case csv
    /// The roster as a workbook into records.
    case xlsx
    /// The records against the rules.
    case rules
    /// The records into rows of the form.
    case fill
    /// The form into pages, rows included.
    case typeset
    /// The pages into compressed PDF content.
    case encode
    /// The content into a file, fonts included.
    case write
    /// The records into a file, page by page: fill, typeset, encode and write as a run does them.
    case render
    /// The uncompressed bodies of the same pages through libdeflate at level 6: what render is
    /// compared with.
    case deflate
  }

  private let library: TemplateLibrary
  private let template: Template
  private let fonts: FontSet
  private let today: CalendarDate
  private let delimited: MemoryFiles
  private let workbook: MemoryFiles
  private let season: Season
  private let data: FormData
  private let form: FilledForm
  private let pages: [Page]
  private let encoded: [EncodedPage]
  private let bodies: [[UInt8]]

  /// Makes the inputs of all stages.
  ///
  /// `home` is the folder of the repository. Throws where a stage fails on its input.
  init(_ roster: MadeUpRoster, home: String) throws {
    let folder = "\(home)/Benchmarks/Templates"
    let (loaded, sink) = try TemplateLibrary.load(directory: folder) { name in
      try LocalFileSystem().bytes(of: "\(folder)/\(name)", limit: 1 << 20)
    }
    guard let library = loaded, let template = library.template("registration", variant: "list"),
      !sink.hasErrors, let today = CalendarDate(year: 2023, month: 7, day: 1)
    else { throw Failure(reason: sink.diagnostics.map(\.text).joined(separator: "\n")) }
    self.library = library
    self.template = template
    self.today = today
    var found = DiagnosticSink()
    fonts = try FontSet(directory: "\(home)/fonts", sink: &found)
    delimited = MemoryFiles(
      files: ["学校.csv": MadeUpRoster.schools, "毕业生.csv": roster.delimited]
    )
    workbook = MemoryFiles(
      files: ["学校.csv": MadeUpRoster.schools, "毕业生.xlsx": try Stages.workbook(roster)]
    )
    season = try Stages.read(delimited, library)
    guard let school = season.schools.first, school.graduates.count == roster.rows.count,
      try Stages.read(workbook, library).schools.first?.graduates.count == roster.rows.count
    else { throw Failure(reason: "the roster was not read as it was made") }
    data = Stages.data(of: school)
    form = try Stages.fill(template, with: data)
    (pages, encoded) = try Stages.pages(of: form, fonts: fonts)
    bodies = try encoded.compactMap(\.body).map { body in
      guard let raw = Inflater.open(body.deflated, holding: body.rawCount) else {
        throw Failure(reason: "a page does not open again")
      }
      return raw.bytes
    }
  }

  /// What keeps the stages from being measured.
  struct Failure: Error, CustomStringConvertible {
    var reason: String
    var description: String { reason }
  }

  /// Does a stage once; returns a number that depends on its result, so that no part of it can be
  /// left out.
  func run(_ stage: Name) throws -> Int {
    switch stage {
    case .csv: return try Stages.read(delimited, library).schools[0].graduates.count
    case .xlsx: return try Stages.read(workbook, library).schools[0].graduates.count
    case .rules:
      let policy = RulePolicy(year: 2023)
      return RuleBook.check(season, today: today, policy: policy).diagnostics.count
    case .fill:
      var cells = 0
      let form = try Stages.fill(template, with: data)
      for section in 0..<form.sections.count {
        for case .table(let table) in form.sections[section].blocks {
          for row in 0..<table.rows.count { cells += table.rows[row].cells.count }
        }
      }
      return cells
    case .typeset:
      var findings: [LayoutFinding] = []
      var glyphs = 0
      try Typesetter(metrics: fonts.metrics).layOut(form, findings: &findings) {
        glyphs += $0.body.glyphs.count
      }
      return glyphs
    case .encode:
      let encoder = try PageEncoder()
      return pages.reduce(0) { $0 + (encoder.encode($1).body?.deflated.count ?? 0) }
    case .write: return try bytes(copies: 1)
    case .render:
      let form = try Stages.fill(template, with: data)
      let pages = try Stages.encodedPages(of: form, fonts: fonts)
      return try Stages.bytes(of: form, copies: 1, pages: pages, fonts: fonts)
    case .deflate:
      guard let compressor = Compressor(level: 6) else {
        throw Failure(reason: "memory ran out")
      }
      return bodies.reduce(0) { $0 + compressor.zlib($1).count }
    }
  }

  var pageCount: Int { pages.count }

  /// How long the file is that holds the document so many times.
  func bytes(copies: Int) throws -> Int {
    try Stages.bytes(of: form, copies: copies, pages: encoded, fonts: fonts)
  }

  private static func bytes(
    of form: FilledForm,
    copies: Int,
    pages: [EncodedPage],
    fonts: FontSet
  ) throws -> Int {
    let parts = (1...copies).map { PDFPart(outline: ["第\($0)份"], label: "\($0)-", pages: pages) }
    return try PDFWriter.bytes(PDFDocument(title: form.title, parts: parts), fonts: fonts).count
  }

  private static func read(_ files: MemoryFiles, _ library: TemplateLibrary) throws -> Season {
    let paths = files.files.keys.sorted()
    return try InputLoader.load(paths: paths, schema: library.schema, fileSystem: files).season
  }

  private static func workbook(_ roster: MadeUpRoster) throws -> [UInt8] {
    var path = Array("/tmp/yanyin-bench.XXXXXX".utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { throw Failure(reason: "no file can be made in /tmp") }
    close(file)
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe unlink(name) }
    try XLSXWriter.write(roster.form, to: name)
    return try LocalFileSystem().bytes(of: name, limit: 1 << 28)
  }

  private static func data(of school: School) -> FormData {
    let graduates = school.graduates
    let students = Lazy(count: graduates.count) { index in
      Entity(
        table: TableKind.graduate.rawValue,
        record: UInt32(clamping: index),
        stored: graduates[index].values
      )
    }
    return FormData(
      roots: [
        Entity(),
        Entity(table: TableKind.school.rawValue, record: 0, stored: school.record.values),
        Entity(collections: [students, Lazy([])]),
      ]
    )
  }

  private static func fill(_ template: Template, with data: FormData) throws -> FilledForm {
    var sink = DiagnosticSink()
    guard let form = template.fill(data, into: &sink) else {
      throw Failure(reason: sink.diagnostics.map(\.text).joined(separator: "\n"))
    }
    return form
  }

  /// The pages of a form, for the stages that take them, and what they are encoded to.
  private static func pages(
    of form: FilledForm,
    fonts: FontSet
  ) throws -> (pages: [Page], encoded: [EncodedPage]) {
    var pages: [Page] = []
    let encoded = try encodedPages(of: form, fonts: fonts) { pages.append($0) }
    return (pages, encoded)
  }

  /// Lays a form out and encodes each page as it comes, as a run does.
  private static func encodedPages(
    of form: FilledForm,
    fonts: FontSet,
    keeping keep: (Page) -> Void = { _ in }
  ) throws -> [EncodedPage] {
    let typesetter = Typesetter(metrics: fonts.metrics)
    let encoder = try PageEncoder()
    var findings: [LayoutFinding] = []
    var encoded: [EncodedPage] = []
    try typesetter.layOut(form, findings: &findings) { page in
      keep(page)
      encoded.append(encoder.encode(page))
    }
    guard findings.isEmpty else { throw Failure(reason: "the form does not fit on its pages") }
    for index in encoded.indices {
      let band = typesetter.footer(form, page: index + 1, of: encoded.count)
      encoded[index].band = encoder.encode(band: band, height: encoded[index].height)
    }
    return encoded
  }
}
