import DocumentModel
import Forms
import Records

/// A school in the forms of its bureau: what was made of it and what is missing.
struct CityLine: Sendable {
  private let record: Record
  private let graduateTotal: String
  private let documents: String
  private let missing: String
  /// The day of the sealing; empty where nobody gave one that can be read.
  let day: String
  let pile: PrintedPile
  let certificates: PresentedCertificates

  /// The line of a school with what became of it; nil where nothing did.
  init(
    _ school: School,
    values: ContiguousArray<String>,
    outcome: UnitOutcome?,
    policy: PacketPolicy,
    isDuplex: Bool
  ) {
    record = school.record
    day = CalendarDate(school.record[SchoolField.sealingDate])?.text ?? ""
    let total = SchoolValue.receiptTotal.rawValue
    graduateTotal = total < values.count ? values[total] : ""
    let packets = outcome?.packets ?? []
    pile = PrintedPile(packets, isDuplex: isDuplex)
    if let outcome, !packets.isEmpty {
      certificates = outcome.certificates
      missing = CityLine.text(of: outcome.withheld, policy)
      documents = CityLine.text(of: pile, originals: CityLine.originals(outcome, pile), policy)
    } else {
      // Single forms without a packet are nothing to hand in.
      certificates = PresentedCertificates()
      missing = "全部材料"
      documents = ""
    }
  }

  /// 「材料清单 1 份、登记表 6 份（2 册）」.
  private static func text(
    of pile: PrintedPile,
    originals: Int,
    _ policy: PacketPolicy
  ) -> String {
    var parts: [String] = []
    for form in policy.printedForms {
      if policy.form(form)?.isSystemPrint == true {
        parts.append("\(policy.shortName(of: form))（系统打印件）")
      }
      if let text = pile.text(of: form) { parts.append(text) }
    }
    if originals > 0 { parts.append("已盖章的对口招收信息表原件 \(originals) 份") }
    let others = pile.sheets.filter { $0.key != "A4" && $0.key != "A3" }
    for (paper, count) in others.sorted(by: { $0.key < $1.key }) {
      parts.append("其中 \(paper) \(count) 张")
    }
    return parts.joined(separator: "、")
  }

  /// A list of documents longer than this is one of counts: it stands in a narrow column.
  private static let longestList = 40

  /// 「登记表 护理、审核表」; 「登记表 12 册、审核表」 where that would be long.
  static func text(of withheld: [Manifest.Withheld], _ policy: PacketPolicy) -> String {
    let names = withheld.map { policy.name(of: $0) }.joined(separator: "、")
    guard names.unicodeScalars.count > longestList else { return names }
    var counts: [(form: String?, count: Int)] = []
    for entry in withheld {
      if let place = counts.firstIndex(where: { $0.form == entry.form }) {
        counts[place].count += 1
      } else {
        counts.append((entry.form, 1))
      }
    }
    return counts.map { form, count in
      let unit = form == "intake" ? "校" : "册"
      let name = form.map(policy.shortName) ?? "全部材料"
      return count > 1 ? "\(name) \(count) \(unit)" : name
    }.joined(separator: "、")
  }

  /// Tables that colleges have sealed already: the packet holds a slip in their place.
  private static func originals(_ outcome: UnitOutcome, _ pile: PrintedPile) -> Int {
    let colleges = Set(
      outcome.documents.lazy.filter { $0.form == "intake" }.map { ByteKey($0.volume ?? "") }
    )
    return max(0, colleges.count - (pile.forms["intake"]?.documents ?? 0))
  }

  /// The school as templates read it.
  func entity(number: Int) -> Entity {
    Entity(
      derived: ContiguousArray(CityRowValue.self) { value in
        switch value {
        case .number: String(number)
        case .school: record[SchoolField.name]
        case .contact: record[SchoolField.contact]
        case .phone: record[SchoolField.phone]
        case .graduateTotal: graduateTotal
        case .documents: documents
        case .copies: String(pile.copyCount)
        case .a3Sheets: String(pile.sheets["A3"] ?? 0)
        case .a4Sheets: String(pile.sheets["A4"] ?? 0)
        case .registrationCopies: String(pile.copies(of: "registration"))
        case .reviewCopies: String(pile.copies(of: "review"))
        case .certificateCount: String(certificates.count)
        case .certificateFirst: certificates.first
        case .certificateLast: certificates.last
        case .voids: certificates.voidText
        case .missing: missing
        }
      }
    )
  }
}

extension SeasonEntities {
  /// The root `city` of the forms of a bureau.
  static func city(_ bureau: Record, lines: [CityLine]) -> Entity {
    func total(_ value: (CityLine) -> Int) -> String {
      String(lines.reduce(0) { $0 + value($1) })
    }
    func schools(_ lines: [CityLine]) -> Lazy<Entity> {
      Lazy(lines.enumerated().map { $1.entity(number: $0 + 1) })
    }
    let derived = ContiguousArray(CityValue.self) { value in
      switch value {
      case .bureau: bureau[BureauField.name]
      case .name: bureau[BureauField.city]
      case .schoolCount: String(lines.count)
      case .copyTotal: total(\.pile.copyCount)
      case .a3Total: total { $0.pile.sheets["A3"] ?? 0 }
      case .a4Total: total { $0.pile.sheets["A4"] ?? 0 }
      case .registrationTotal: total { $0.pile.copies(of: "registration") }
      case .reviewTotal: total { $0.pile.copies(of: "review") }
      case .certificateTotal: total(\.certificates.count)
      case .voidTotal: total(\.certificates.voidCount)
      }
    }
    let days = Dictionary(grouping: lines) { ByteKey($0.day) }
      .sorted { precedes($0.key.text, $1.key.text) }
      .map { day, lines in
        Entity(
          derived: ContiguousArray(CityDayValue.self) { value in
            switch value {
            case .date: day.text
            case .schoolCount: String(lines.count)
            case .certificateCount: String(lines.reduce(0) { $0 + $1.certificates.count })
            }
          },
          collections: [schools(lines)]
        )
      }
    return Entity(derived: derived, collections: [schools(lines), Lazy(days)])
  }

  /// Days in their order, no day last.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    if left.isEmpty || right.isEmpty { return !left.isEmpty }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
