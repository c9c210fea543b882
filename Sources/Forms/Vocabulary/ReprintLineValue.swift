package import Records

/// Of a line of the 补打清单: sheets of one copy to take out and to put in.
package enum ReprintLineValue: Int, DerivedField {
  /// 序号.
  case number
  /// 表.
  case form
  /// 纸张.
  case paper
  /// 册.
  case volume
  /// 第几份.
  case copy
  /// 取出的页码.
  case takenPages
  /// 取出的张数.
  case takenSheets
  /// 放入的页码.
  case addedPages
  /// 放入的张数.
  case addedSheets
  /// 须重盖的印章.
  case seals
  /// 涉及证书编号.
  case certificates

  package var definition: FieldDefinition {
    switch self {
    case .number: FieldDefinition("number", "序号", .count)
    case .form: FieldDefinition("form", "表")
    case .paper: FieldDefinition("paper", "纸张")
    case .volume: FieldDefinition("volume", "册")
    case .copy: FieldDefinition("copy", "第几份")
    case .takenPages: FieldDefinition("takenPages", "取出的页码")
    case .takenSheets: FieldDefinition("takenSheets", "取出的张数", .count)
    case .addedPages: FieldDefinition("addedPages", "放入的页码")
    case .addedSheets: FieldDefinition("addedSheets", "放入的张数", .count)
    case .seals: FieldDefinition("seals", "须重盖的印章")
    case .certificates: FieldDefinition("certificates", "涉及证书编号")
    }
  }
}
