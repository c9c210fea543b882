/// The records of an old workbook ([MS-XLS]): a kind, a length and at most 8,224 bytes each.
struct BinaryRecords {
  /// What the reader asks for, by the number that files use.
  enum Kind {
    /// The number of this edition and those of older ones, which some writers keep to.
    static let formulas = [0x0006, 0x0206, 0x0406]
    static let end = 0x000A
    static let dateMode = 0x0022
    static let password = 0x002F
    static let continuation = 0x003C
    static let sheet = 0x0085
    static let rowOfNumbers = 0x00BD
    static let richLabel = 0x00D6
    static let cellFormat = 0x00E0
    static let mergedCells = 0x00E5
    static let sharedTexts = 0x00FC
    static let sharedTextCell = 0x00FD
    static let number = 0x0203
    static let label = 0x0204
    static let truthOrError = 0x0205
    static let formulaText = 0x0207
    static let row = 0x0208
    static let array = 0x0221
    static let dataTable = 0x0236
    static let shortNumber = 0x027E
    static let numberFormat = 0x041E
    static let sharedFormula = 0x04BC
    static let begin = 0x0809
  }

  /// A record.
  struct Record {
    var kind: Int
    /// Where its contents lie.
    var body: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var position: Int

  /// The records from a position on.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next record; nil at the end and where the bytes end within a record.
  mutating func next() -> Record? {
    guard let record = peek() else { return nil }
    position = record.body.upperBound
    return record
  }

  private func peek() -> Record? {
    guard let kind = bytes.short(at: position), let length = bytes.short(at: position + 2),
      position + 4 + length <= bytes.count
    else { return nil }
    return Record(kind: kind, body: (position + 4)..<(position + 4 + length))
  }

  /// The contents of a record and of the continuations behind it, which are passed over.
  mutating func whole(_ record: Record) -> BinaryText {
    var segments = [record.body]
    while let next = peek(), next.kind == Kind.continuation {
      segments.append(next.body)
      position = next.body.upperBound
    }
    return BinaryText(bytes, segments: segments)
  }
}
