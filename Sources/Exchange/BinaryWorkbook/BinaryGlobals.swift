/// What an old workbook says before its sheets.
struct BinaryGlobals {
  /// A sheet.
  struct Sheet {
    var name: String
    /// Where its records start.
    var position: Int
    /// 0 shown, 1 hidden, 2 hidden by a program.
    var state: UInt8
    /// Whether it holds cells and not a chart or a program.
    var isWorksheet: Bool
  }

  /// Why a workbook is not read.
  enum Failure: Error, Hashable {
    /// The file is not whole; in Chinese.
    case broken(String)
    /// The cells are encrypted.
    case encrypted
    /// An edition before Excel 97.
    case tooOld
  }

  private(set) var sheets: [Sheet] = []
  private(set) var sharedTexts: [String] = []
  private(set) var formats = NumberFormats()
  private(set) var countsFrom1904 = false
  private var codes: [Int: NumberFormats.Style] = [:]

  /// Reads the records up to the first sheet.
  init(_ bytes: [UInt8]) throws(Failure) {
    var records = BinaryRecords(bytes)
    guard let first = records.next() else { throw .broken("没有记录") }
    guard first.kind == BinaryRecords.Kind.begin else {
      throw [0x0009, 0x0209, 0x0409].contains(first.kind) ? .tooOld : .broken("缺少文件头记录")
    }
    guard bytes.short(at: first.body.lowerBound) == 0x0600 else { throw .tooOld }
    while let record = records.next() {
      switch record.kind {
      case BinaryRecords.Kind.end: return
      case BinaryRecords.Kind.password: throw .encrypted
      case BinaryRecords.Kind.dateMode:
        countsFrom1904 = bytes.short(at: record.body.lowerBound) == 1
      case BinaryRecords.Kind.sheet: try addSheet(record, of: bytes)
      case BinaryRecords.Kind.numberFormat:
        var text = BinaryText(bytes, segments: [record.body])
        if let id = text.short(), let code = text.text() {
          codes[id] = NumberFormats.style(ofCode: code)
        }
      case BinaryRecords.Kind.cellFormat:
        let id = bytes.short(at: record.body.lowerBound + 2) ?? 0
        formats.styles.append(codes[id] ?? NumberFormats.builtIn(id))
      case BinaryRecords.Kind.sharedTexts: try readSharedTexts(records.whole(record))
      default: break
      }
    }
    throw .broken("工作簿记录不完整")
  }

  private mutating func addSheet(
    _ record: BinaryRecords.Record,
    of bytes: [UInt8]
  ) throws(Failure) {
    var text = BinaryText(bytes, segments: [record.body])
    guard let position = text.long(), let state = text.short(),
      let name = text.text(hasShortLength: true)
    else { throw .broken("工作表目录不完整") }
    sheets.append(
      Sheet(
        name: name,
        position: position,
        state: UInt8(state & 0x03),
        isWorksheet: state >> 8 == 0
      )
    )
  }

  private mutating func readSharedTexts(_ source: BinaryText) throws(Failure) {
    var source = source
    guard source.long() != nil, let count = source.long() else {
      throw .broken("共享文本表不完整")
    }
    sharedTexts.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count {
      guard let text = source.text() else { throw .broken("共享文本表不完整") }
      sharedTexts.append(text)
    }
  }
}
