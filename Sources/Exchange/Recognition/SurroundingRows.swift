internal import Records

/// Tells totals and remarks under a table from its data.
struct SurroundingRows {
  /// The rows that were left out, by what they say.
  private(set) var totals: [Int32] = []
  private(set) var remarks: [Int32] = []
  private let required: Set<Int>

  /// - Parameter required: the columns that every row of data fills.
  init(required: Set<Int>) {
    self.required = required
  }

  /// Whether a row is a total or a remark, which is then remembered.
  mutating func skips(_ row: SheetTable.Row, cells: ArraySlice<SheetCell>) -> Bool {
    guard let first = cells.first, cells.count <= 1 || Int(first.column) <= 3 else { return false }
    let filled = cells.count { required.contains(Int($0.column)) && !$0.text.isEmpty }
    if filled > 1, filled * 2 > required.count { return false }
    let text = Cleaning.folded(first.text)
    if ["合计", "总计", "小计", "共计"].contains(where: { text.hasPrefix($0) }),
      filled < max(2, required.count) || text.utf8.count <= 9
    {
      totals.append(row.number)
      return true
    }
    let isRemark = [
      "说明", "填写说明", "填表说明", "注:", "注:", "备注:", "制表", "填表人", "填报人", "审核人", "经办人",
    ].contains { text.hasPrefix($0) }
    if isRemark || !remarks.isEmpty && cells.count == 1 {
      remarks.append(row.number)
      return true
    }
    return false
  }
}
