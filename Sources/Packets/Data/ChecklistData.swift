import DocumentModel
import Forms
import Records

/// What the checklist says of one of the six materials of the notice (一(三)3).
struct MaterialLine: Sendable {
  /// 1 to 6.
  var number: Int
  /// The material in the notice's words.
  var title: String
  /// 「3 份」, 「原件」.
  var required: String
  /// What is brought: 「3 份」, 「319 本」, 「无」.
  var copies: String
  /// Pages and sheets of one copy: 「5 册」 over 「16/16」.
  var pages: String
  /// Sheets of all copies: 「48 张」 over 「（A3）」.
  var sheets: String
  /// Who seals.
  var seals: String
}

extension SeasonEntities {
  /// The root `packet` of a checklist.
  static func packet(
    of school: School,
    sealingMonth: String,
    materials: [MaterialLine],
    remark: String
  ) -> Entity {
    let derived = ContiguousArray(PacketValue.self) { value in
      switch value {
      case .sealingMonth: sealingMonth
      case .certificateCount: String(certificates(of: school).count)
      case .remark: remark
      }
    }
    let lines = materials.map { material in
      Entity(
        derived: ContiguousArray(MaterialValue.self) { value in
          switch value {
          case .number: String(material.number)
          case .name: material.title
          case .required: material.required
          case .copies: material.copies
          case .pages: material.pages
          case .sheets: material.sheets
          case .seals: material.seals
          }
        }
      )
    }
    return Entity(derived: derived, collections: [Lazy(lines), Lazy(checks(of: school))])
  }

  /// The certificate numbers of those who graduate, as far as they have one.
  static func certificates(of school: School) -> [String] {
    school.graduates.lazy
      .filter { $0[GraduateField.conclusion] == "毕业" }
      .map { $0[GraduateField.certificate] }
      .filter { !$0.isEmpty }
  }

  /// The lines of the consistency box: counts that must agree before the bus leaves.
  private static func checks(of school: School) -> [Entity] {
    let counts = RosterCounts(school.graduates)
    let numbers = certificates(of: school)
    let sum = counts.graduates + counts.completions + counts.unfinished
    var lines: [(text: String, agrees: Bool)] = [
      (
        "学生名册 \(counts.roster) 人 \(sign(counts.roster, sum)) 申报毕业 \(counts.graduates) 人 ＋ "
          + "结业 \(counts.completions) 人 ＋ 未毕业 \(counts.unfinished) 人",
        counts.roster == sum
      ),
      (
        "毕业证书 \(numbers.count) 本 \(sign(numbers.count, counts.graduates)) "
          + "申报毕业 \(counts.graduates) 人",
        numbers.count == counts.graduates
      ),
    ]
    lines.append(range(of: numbers))
    if counts.processed + counts.unprocessed > 0 {
      lines.append(
        (
          "系统毕（结）业处理：已处理 \(counts.processed) 人，未处理 \(counts.unprocessed) 人",
          counts.unprocessed == 0
        )
      )
    } else {
      lines.append(("系统毕（结）业处理：名册未列处理状态，请在系统核对", false))
    }
    return lines.map { line in
      Entity(
        derived: ContiguousArray(CheckValue.self) { value in
          switch value {
          case .text: line.text
          case .state: line.agrees ? "是" : "否"
          }
        }
      )
    }
  }

  private static func range(of numbers: [String]) -> (text: String, agrees: Bool) {
    let range = CertificateRange(numbers)
    guard !range.first.isEmpty else { return ("证书编号：名册尚无编号", false) }
    let span = "证书编号 \(range.first)—\(range.last)"
    guard range.missingCount > 0 else { return ("\(span)，无缺号", true) }
    let named =
      range.missingCount <= CertificateRange.limit
      ? "（\(range.missing.joined(separator: "、"))）" : ""
    return ("\(span)，缺号 \(range.missingCount) 个\(named)", true)
  }

  private static func sign(_ left: Int, _ right: Int) -> String {
    left == right ? "＝" : "≠"
  }
}
