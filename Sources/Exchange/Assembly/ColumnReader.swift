internal import Diagnostics
internal import Records

/// Reads the cells of one column: canonical texts, and what had to be changed for them.
struct ColumnReader {
  /// A text that was read as another, and how often.
  struct Conversion {
    var code: ReadingCode
    var before: String
    var after: String
    var row: Int32
    var count = 1
  }

  /// What a cell is read as.
  struct Result {
    var text: String
    var fault: (code: ReadingCode, message: String)?
  }

  let kind: FieldKind
  private let from1904: Bool
  private(set) var conversions: [Conversion] = []
  private var known: [TextKey: Int] = [:]
  private var lastText = ""
  private var lastKind = SheetCell.Kind.text
  private var lastResult = Result(text: "")
  /// The conversions that the last cell was counted in; nil before the first cell.
  private var lastNotes: [Int]?

  init(kind: FieldKind, from1904: Bool) {
    self.kind = kind
    self.from1904 = from1904
  }

  /// The canonical text of a cell.
  mutating func read(_ cell: SheetCell, row: Int32) -> Result {
    switch kind {
    case .text, .personName, .phone, .choice, .identity:
      if cell.kind == .text {
        if kind != .identity, !Cleaning.isSuspect(cell.text) { return Result(text: cell.text) }
        return change(cell, row: row)
      }
      if cell.kind == .number, kind != .identity { return Result(text: cell.text) }
    default:
      // Neighbouring rows mostly say the same; a conversion must still be counted.
      if let notes = lastNotes, cell.kind == lastKind, cell.text.hasSameBytes(as: lastText) {
        for index in notes { conversions[index].count += 1 }
        return lastResult
      }
    }
    lastNotes = []
    let result = change(cell, row: row)
    (lastText, lastKind, lastResult) = (cell.text, cell.kind, result)
    return result
  }

  private mutating func change(_ cell: SheetCell, row: Int32) -> Result {
    switch cell.kind {
    case .formula:
      return Result(
        text: "",
        fault: (.formulaWithoutValue, "公式没有保存计算结果，无法读取。请在 Excel 中打开并保存后重试。")
      )
    case .error:
      return Result(text: cell.text, fault: (.errorValue, "单元格是错误值“\(cell.text)”。请改正公式或直接填写。"))
    case .nested:
      return Result(text: "", fault: (.nestedValue, "此处应为文本或数值，不能是数组或对象。"))
    case .number, .date, .boolean:
      if kind == .identity { return numericIdentity(cell) }
      if cell.kind == .boolean { return boolean(cell, row: row) }
    case .text: break
    }
    return text(cell, row: row)
  }

  private mutating func text(_ cell: SheetCell, row: Int32) -> Result {
    var text = cell.text
    if kind == .identity {
      return conclude(IdentityReading.read(text), of: text, row: row)
    }
    if Cleaning.isSuspect(text) {
      let trimmed = Cleaning.trimmed(text)
      let clean = kind == .personName ? trimmed : Cleaning.joined(trimmed)
      if !clean.hasSameBytes(as: text) { note(.cleaned, text, clean, row: row) }
      text = clean
      if text.isEmpty { return Result(text: "") }
      if let control = Cleaning.control(in: text) {
        let number = String(control.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: 4 - number.utf8.count) + number
        let message = "内容含有控制字符 U+\(code)，请删除后重新填写。"
        return Result(text: text, fault: (.controlCharacter, message))
      }
    }
    switch kind {
    case .text, .personName, .phone, .choice, .identity: return Result(text: text)
    case .sex: return conclude(SexReading.read(text), of: text, row: row)
    case .grade: return conclude(SchoolingReading.grade(text), of: text, row: row)
    case .years: return conclude(SchoolingReading.years(text), of: text, row: row)
    case .count: return conclude(CountReading.read(text), of: text, row: row)
    case .date:
      return conclude(DateReading.day(text, from1904: from1904), of: text, row: row)
    case .month:
      let isNumber = cell.kind == .number
      let reading = DateReading.month(text, isNumber: isNumber, from1904: from1904)
      // A date cell that shows a month is no conversion worth a word.
      if cell.kind == .date, case .recognised(let month) = reading { return Result(text: month) }
      return conclude(reading, of: text, row: row)
    }
  }

  private mutating func conclude(_ reading: ValueReading, of text: String, row: Int32) -> Result {
    switch reading {
    case .same: return Result(text: text)
    case .cleaned(let result):
      note(.cleaned, text, result, row: row)
      if let control = Cleaning.control(in: result) {
        return Result(
          text: result,
          fault: (.controlCharacter, "内容含有控制字符（编码 \(control.value)），请删除后重新填写。")
        )
      }
      return Result(text: result)
    case .recognised(let result):
      note(.recognised, text, result, row: row)
      return Result(text: result)
    case .faulty(let code, let message): return Result(text: text, fault: (code, message))
    }
  }

  private func numericIdentity(_ cell: SheetCell) -> Result {
    Result(
      text: cell.text,
      fault: (
        .numericIdentity,
        "该单元格是数值，Excel 只保留15位，末3位已变为000（即使校验位碰巧通过也不可用）。请将该列设为“文本”后重新导出。"
      )
    )
  }

  private mutating func boolean(_ cell: SheetCell, row: Int32) -> Result {
    guard kind == .choice else { return Result(text: cell.text) }
    let text = cell.text == "TRUE" ? "是" : "否"
    note(.recognised, cell.text, text, row: row)
    return Result(text: text)
  }

  private mutating func note(_ code: ReadingCode, _ before: String, _ after: String, row: Int32) {
    let key = TextKey(before)
    if let index = known[key] {
      conversions[index].count += 1
      lastNotes?.append(index)
    } else {
      known[key] = conversions.count
      lastNotes?.append(conversions.count)
      conversions.append(Conversion(code: code, before: before, after: after, row: row))
    }
  }
}
