/// The result that an old workbook holds beside a formula.
struct FormulaResult {
  /// A result.
  enum Value: Hashable {
    case number(Double)
    /// A text, which stands in the next record.
    case text
    case emptyText
    case truth(UInt8)
    case error(UInt8)
    case unknown
  }

  var value: Value
  /// Whether the program that opens the file is asked to compute it.
  private var isPending: Bool

  /// The result of a record; nil where it is cut off.
  init?(_ record: BinaryRecords.Record, of bytes: [UInt8]) {
    let start = record.body.lowerBound
    guard record.body.count >= 16, let mark = bytes.short(at: start + 12),
      let number = bytes.double(at: start + 6), let flags = bytes.short(at: start + 14)
    else { return nil }
    isPending = flags & 0x02 != 0
    guard mark == 0xFFFF else {
      value = .number(number)
      return
    }
    value =
      switch bytes[start + 6] {
      case 0: .text
      case 1: .truth(bytes[start + 8])
      case 2: .error(bytes[start + 8])
      case 3: .emptyText
      default: .unknown
      }
  }

  /// Whether no writer would put this where it has not computed: some leave an empty text, others
  /// a zero that is to be computed on opening.
  var isSurelyComputed: Bool {
    value != .emptyText && !(value == .number(0) && isPending)
  }

  /// Whether a workbook holds any result that was surely computed.
  static func isAnyComputed(in bytes: [UInt8]) -> Bool {
    var records = BinaryRecords(bytes)
    while let record = records.next() {
      if BinaryRecords.Kind.formulas.contains(record.kind),
        FormulaResult(record, of: bytes)?.isSurelyComputed ?? false
      {
        return true
      }
    }
    return false
  }
}
