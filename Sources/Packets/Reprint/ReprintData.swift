import DocumentModel
import Forms

extension SeasonEntities {
  /// The root `reprint` of a 补打清单.
  static func reprint(_ set: ReprintSet, baseline: String, date: String, isDuplex: Bool) -> Entity {
    let papers = set.papers.joined(separator: "、")
    let derived = ContiguousArray(ReprintValue.self) { value in
      switch value {
      case .baseline: baseline
      case .papers: papers + (isDuplex ? "（双面）" : "（单面）")
      case .date: date
      case .takenTotal: String(set.takenSheets)
      case .addedTotal: String(set.addedSheets)
      }
    }
    var number = 0
    let groups = set.schools.enumerated().map { place, changed in
      let lines = changed.sheets.map { change -> Entity in
        number += 1
        return line(change, number: number)
      }
      return Entity(
        derived: ContiguousArray(ReprintGroupValue.self) { value in
          switch value {
          case .number: ChineseNumber.text(place + 1)
          case .school: changed.school.name
          case .detail: changed.school.detail
          }
        },
        collections: [Lazy(lines)]
      )
    }
    return Entity(derived: derived, collections: [Lazy(groups)])
  }

  private static func line(_ change: SheetChange, number: Int) -> Entity {
    let isSlip = change.copy == nil
    func pages(_ span: SheetChange.Span?) -> String {
      guard let span else { return "" }
      if isSlip { return "整页" }
      let which = span.first == span.last ? "\(span.first)" : "\(span.first)—\(span.last)"
      return "第 \(which) 页 共 \(span.total) 页"
    }
    return Entity(
      derived: ContiguousArray(ReprintLineValue.self) { value in
        switch value {
        case .number: String(number)
        case .form: isSlip ? change.document.volume : FormTitles.title(change.document.form)
        case .paper: change.paper
        case .volume: isSlip ? "" : change.document.volume
        case .copy: change.copy.map(String.init) ?? ""
        case .takenPages: pages(change.taken)
        case .takenSheets:
          change.hold == nil ? change.taken.map { String($0.sheets) } ?? "" : ""
        case .addedPages: change.hold ?? pages(change.added)
        case .addedSheets: change.added.map { String($0.sheets) } ?? ""
        case .seals: change.seals.joined(separator: "、")
        case .certificates: CertificateList.text(change.certificates)
        }
      }
    )
  }

  /// The root `correction` of a school's 更正单.
  static func correction(
    _ changes: [ValueChange],
    of school: String,
    corrections: [Correction],
    date: String
  ) -> Entity {
    let own = corrections.filter { $0.school.hasSameBytes(as: school) }
    let rows = changes.map { change -> Entity in
      let reason = change.correction(in: own)
      return Entity(
        derived: ContiguousArray(CorrectionRowValue.self) { value in
          switch value {
          case .name: change.name
          case .idNumber: change.idNumber
          case .form: change.form.isEmpty ? "各表" : FormTitles.title(change.form)
          case .item: change.item
          case .before: change.before
          case .after: change.after
          case .reason: reason?.reason ?? ""
          case .author: reason?.author ?? ""
          case .date: reason?.date ?? ""
          }
        }
      )
    }
    return Entity(
      derived: ContiguousArray(CorrectionValue.self) { value in
        switch value {
        case .date: date
        }
      },
      collections: [Lazy(rows)]
    )
  }
}

/// Certificate numbers in a narrow column.
enum CertificateList {
  /// More numbers than these are counted.
  private static let limit = 8

  /// 「20230100131、134、137」: numbers that begin alike are named by their last three digits.
  static func text(_ numbers: [String]) -> String {
    guard let first = numbers.first else { return "" }
    guard numbers.count <= limit else { return "\(first) 等 \(numbers.count) 本（见更正单）" }
    let head = Array(first.utf8.dropLast(3))
    let rest = numbers.dropFirst().map { number in
      let isAlike = number.utf8.count == first.utf8.count && number.utf8.starts(with: head)
      return isAlike && !head.isEmpty ? String(number.suffix(3)) : number
    }
    return ([first] + rest).joined(separator: "、")
  }
}

/// Numbers in Chinese words.
enum ChineseNumber {
  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 一, 十二, 三十, 一百〇五; digits from a thousand on.
  static func text(_ number: Int) -> String {
    switch number {
    case 0..<10: return digits[number]
    case 10..<20: return "十" + (number == 10 ? "" : digits[number - 10])
    case 20..<100:
      return digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    case 100..<1000:
      let rest = number % 100
      let tail =
        switch rest {
        case 0: ""
        case 1..<10: "〇" + digits[rest]
        case 10..<20: "一" + text(rest)
        default: text(rest)
        }
      return digits[number / 100] + "百" + tail
    default: return String(number)
    }
  }
}
