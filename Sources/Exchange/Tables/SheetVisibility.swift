internal import Diagnostics

/// Whether a sheet is shown; hidden ones may hold last year's data and are always mentioned.
enum SheetVisibility {
  case shown
  case hidden
  /// Hidden by a program: no menu of the spreadsheet shows it.
  case veryHidden

  /// As an old workbook has it.
  init(state: UInt8) {
    self =
      switch state {
      case 0: .shown
      case 1: .hidden
      default: .veryHidden
      }
  }

  /// As the XML of a workbook has it: `hidden`, `SheetVeryHidden`.
  init(word: String) {
    self =
      switch word.lowercased() {
      case "veryhidden", "sheetveryhidden": .veryHidden
      case "hidden", "sheethidden": .hidden
      default: .shown
      }
  }

  /// Whether the sheet is read; that it is hidden is reported.
  func isRead(_ sheet: String, file: String, sink: inout DiagnosticSink) -> Bool {
    let place = Place.row(file: file, sheet: sheet, row: 1)
    switch self {
    case .shown: return true
    case .hidden:
      sink.report(Diagnostic(.hidden, "工作表“\(sheet)”被隐藏，已照常读取。", at: place))
      return true
    case .veryHidden:
      sink.report(Diagnostic(.hidden, "工作表“\(sheet)”被程序隐藏，未读取。", at: place))
      return false
    }
  }
}
