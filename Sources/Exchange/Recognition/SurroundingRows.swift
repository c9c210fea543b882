internal import Records

/// Tells totals and remarks under a table from its data.
struct SurroundingRows {
  /// The rows that were left out, by what they say.
  private(set) var totals: [Int32] = []
  private(set) var remarks: [Int32] = []
  private let required: Set<Int>

  private static let totals = ["合计", "总计", "小计", "共计"]
  private static let remarks = [
    "说明", "填写说明", "填表说明", "注:", "备注:", "制表", "填表人", "填报人", "审核人", "经办人",
  ]
  private static let beginnings = Set(
    (totals + remarks).compactMap(\.unicodeScalars.first)
  )

  /// A quick no for nearly every row.
  private static func startsLikeRemark(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return beginnings.contains(first) || Cleaning.isBlank(first)
  }

  /// - Parameter required: the columns that every row of data fills.
  init(required: Set<Int>) {
    self.required = required
  }

  /// Whether a row is a total or a remark, which is then remembered.
  mutating func skips(_ row: SheetTable.Row, cells: ArraySlice<SheetCell>) -> Bool {
    guard let first = cells.first, Int(first.column) <= 3 else { return false }
    let isBehindRemark = !remarks.isEmpty && cells.count == 1
    guard isBehindRemark || SurroundingRows.startsLikeRemark(first.text) else { return false }
    let filled = cells.count { required.contains(Int($0.column)) && !$0.text.isEmpty }
    if filled > 1, filled * 2 > required.count { return false }
    let text = Cleaning.folded(first.text)
    if SurroundingRows.totals.contains(where: { text.hasPrefix($0) }),
      filled < max(2, required.count) || text.utf8.count <= 9
    {
      totals.append(row.number)
      return true
    }
    if isBehindRemark || SurroundingRows.remarks.contains(where: { text.hasPrefix($0) }) {
      remarks.append(row.number)
      return true
    }
    return false
  }
}
