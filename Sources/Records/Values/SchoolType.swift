/// The kind of a school (学校类型): decides the copies, the receipt and the signature boxes.
package enum SchoolType: UInt8, CaseIterable, Sendable {
  /// 市县学校.
  case municipal
  /// 区直中职学校.
  case regional
  /// 高校中职部: addressed by the notice, but without a number of copies.
  case college
  /// 其他.
  case other

  /// The name as it stands in tables and in `--copies`.
  package var title: String {
    switch self {
    case .municipal: "市县学校"
    case .regional: "区直中职学校"
    case .college: "高校中职部"
    case .other: "其他"
    }
  }

  /// The copies of the 登记表 and the 审核表 that the notice asks for (materials 2 and 3); nil where
  /// it gives no number.
  package var copiesInNotice: Int? {
    switch self {
    case .municipal: 3
    case .regional: 2
    case .college, .other: nil
    }
  }

  /// The canonical value of a field; nil for every other text.
  package init?(_ text: String) {
    guard
      let type = SchoolType.allCases.first(where: { $0.title.hasSameBytes(as: text) })
    else { return nil }
    self = type
  }
}

/// Whom a school of a city or county belongs to (隶属); decides the signature boxes.
package enum Affiliation: UInt8, CaseIterable, Sendable {
  /// 市属: the default.
  case city
  /// 县属: the county's education bureau signs as well.
  case county

  /// The name as it stands in tables.
  package var title: String {
    switch self {
    case .city: "市属"
    case .county: "县属"
    }
  }

  /// The value of a field; the empty field means 市属, an unknown text nil.
  package init?(_ text: String) {
    if text.isEmpty {
      self = .city
      return
    }
    guard
      let affiliation = Affiliation.allCases.first(where: { $0.title.hasSameBytes(as: text) })
    else { return nil }
    self = affiliation
  }
}
