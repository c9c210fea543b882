internal import Diagnostics
internal import GRDB
internal import Records

/// Turns the records of a season that was read from files into those of a ledger.
struct IncomingTables {
  private let season: Season
  private let files: [SourceFile]
  private let texts: [RecordText]
  /// The ledger's numbers of the season's sources, as far as they are known to it.
  private var sources: [Int64?]
  private var fileNumbers: [Int64?]

  init(_ season: Season, files: [SourceFile]) {
    self.season = season
    self.files = files
    texts = TableKind.allCases.map { RecordText(season.schema[$0]) }
    sources = Array(repeating: nil, count: season.sources.count)
    fileNumbers = Array(repeating: nil, count: files.count)
  }

  /// Notes all files, also those of which no table was taken.
  mutating func addFiles(_ writer: LedgerWriter) throws {
    for index in files.indices { fileNumbers[index] = try writer.add(files[index]) }
  }

  /// The records of a table of any kind but 成绩.
  mutating func records(
    _ records: [Record],
    _ kind: TableKind,
    school: Int64,
    writer: LedgerWriter
  ) throws -> [IncomingRecord] {
    let person = season.schema.slot("idNumber", in: kind)
    let text = texts[Int(kind.rawValue)]
    var incoming: [IncomingRecord] = []
    incoming.reserveCapacity(records.count)
    for record in records {
      incoming.append(
        IncomingRecord(
          key: RecordIdentity(kind, record.values).key,
          text: text.text(of: record.values),
          person: person.map { record.values[$0] },
          school: school,
          origins: [try origin(record.origin, kind, writer: writer)]
        )
      )
    }
    return incoming
  }

  /// The scores of a school, a record for each person.
  mutating func scores(
    _ book: ScoreBook,
    school: Int64,
    writer: LedgerWriter
  ) throws -> [IncomingRecord] {
    var incoming: [IncomingRecord] = []
    incoming.reserveCapacity(book.sheets.count)
    for sheet in book.sheets {
      let text = ScoreText.Sheet(
        idNumber: sheet.idNumber,
        name: sheet.name,
        entries: sheet.entries.map {
          ScoreText.Entry(
            course: book.courseNames[$0.course],
            term: $0.term,
            score: $0.score,
            makeup: $0.makeup
          )
        }
      )
      var origins: [CellOrigin] = []
      origins.reserveCapacity(sheet.entries.count)
      for entry in sheet.entries {
        var origin = try origin(entry.origin, .score, writer: writer)
        origin.column = Int64(entry.column)
        origins.append(origin)
      }
      incoming.append(
        IncomingRecord(
          key: RecordIdentity(text).key,
          text: ScoreText.text(of: text),
          person: sheet.idNumber,
          school: school,
          origins: origins
        )
      )
    }
    return incoming
  }

  /// The ledger's place of a row, whose table gets to be known to it.
  mutating func origin(
    _ origin: RowOrigin,
    _ kind: TableKind,
    writer: LedgerWriter
  ) throws -> CellOrigin {
    let index = Int(origin.source)
    guard sources.indices.contains(index) else { return CellOrigin() }
    if let known = sources[index] { return CellOrigin(source: known, row: Int64(origin.row)) }
    let source = season.sources[index]
    let file = files.firstIndex { $0.path.utf8.elementsEqual(source.file.utf8) }
    guard let file, let number = fileNumbers[file] else { return CellOrigin() }
    let id = try writer.add(source, kind, file: number, fields: season.schema[kind])
    sources[index] = id
    return CellOrigin(source: id, row: Int64(origin.row))
  }
}
