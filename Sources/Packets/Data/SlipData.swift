import DocumentModel
import Forms
import Records

/// A sheet that says what belongs in its place: originals, system prints, A3 sheets, or what was
/// withheld.
struct Slip: Sendable {
  /// 「材料（1）」.
  var material: String
  /// What goes here.
  var headline: String
  /// Facts: how many, in what order.
  var rows: [(label: String, text: String)]
  /// What to do with the slip.
  var note: String
  /// The slip's title in the outline.
  var outline: String
}

extension SeasonEntities {
  /// The root `slip`.
  static func slip(_ slip: Slip) -> Entity {
    let derived = ContiguousArray(SlipValue.self) { value in
      switch value {
      case .material: slip.material
      case .headline: slip.headline
      case .note: slip.note
      }
    }
    let rows = slip.rows.map { row in
      Entity(
        derived: ContiguousArray(SlipRowValue.self) { value in
          switch value {
          case .label: row.label
          case .text: row.text
          }
        }
      )
    }
    return Entity(derived: derived, collections: [Lazy(rows)])
  }
}

extension Slip {
  /// Material (1): the registers of the enrolment, in the order of the 登记表.
  static func enrolmentRegister(title: String) -> Slip {
    Slip(
      material: "材料（1）",
      headline: title,
      rows: [("数量", "1 套（原件）"), ("顺序", "按登记表的专业、班级、序号排放")],
      note: "此处放入原件。本页不计入份数。",
      outline: "插页：材料（1）原件"
    )
  }

  /// Material (4): the certificates, in the order of the 登记表.
  static func certificates(title: String, numbers: [String]) -> Slip {
    let range = CertificateRange(numbers)
    var rows = [("本数", "\(numbers.count) 本")]
    if !range.first.isEmpty {
      rows.append(("起止号", "\(range.first)—\(range.last)"))
      let named =
        range.missingCount > 0 && range.missingCount <= CertificateRange.limit
        ? "\(range.missing.joined(separator: "、"))（\(range.missingCount) 个）"
        : "\(range.missingCount) 个"
      rows.append(("作废号", range.missingCount == 0 ? "无" : named))
    }
    rows.append(("顺序", "证书按登记表顺序排放"))
    return Slip(
      material: "材料（4）",
      headline: title,
      rows: rows,
      note: "证书按登记表顺序排放。本页不计入份数。",
      outline: "插页：材料（4）原件"
    )
  }

  /// Where sheets of another paper go, which lie in a print file of their own.
  static func otherPaper(
    material: String,
    name: String,
    paper: String,
    file: String,
    pages: ClosedRange<Int>,
    volumes: Int,
    copies: Int,
    isDuplex: Bool,
    sheets: Int
  ) -> Slip {
    let sides = isDuplex ? "双面" : "单面"
    let order = volumes > 1 ? "册一的 \(copies) 份、册二的 \(copies) 份……依次排放" : "各份依次排放"
    return Slip(
      material: material,
      headline: "此处插入\(paper)\(name) 第\(pages.lowerBound)—\(pages.upperBound)页",
      rows: [
        ("打印文件", file), ("册数、份数", "\(volumes) 册，每册 \(copies) 份"),
        ("张数", "\(paper) 共 \(sheets) 张（\(sides)）"), ("顺序", order),
      ],
      note: "打印时请选用 \(paper) 纸、“实际大小（100%）”、\(sides)。放入\(name)后，本页可以抽去。",
      outline: "插页：\(paper)\(name)"
    )
  }

  /// Sheets that the school prints from the provincial system.
  static func systemPrint(material: String, name: String, copies: String) -> Slip {
    Slip(
      material: material,
      headline: "此处放入系统打印件",
      rows: [("材料", name), ("份数", copies), ("页数", "每份＿＿＿＿页")],
      note: "从系统打印经审核通过的\(name)后放入此处。本页可以抽去。",
      outline: "插页：系统打印件 \(name)"
    )
  }

  /// A college's table whose sealed original was received.
  static func sealedOriginal(college: String, count: Int) -> Slip {
    Slip(
      material: "材料（6）",
      headline: "此处放入高职院校盖章的信息表原件",
      rows: [("高等职业院校", college), ("人数", "\(count) 人"), ("份数", "1 份（原件）")],
      note: "此处放入原件。本页不计入份数。",
      outline: "插页：材料（6）\(college) 原件"
    )
  }

  /// What is not in the packet because of data errors.
  static func withheld(_ documents: [(name: String, errors: Int)]) -> Slip {
    Slip(
      material: "未生成的材料",
      headline: "以下材料因数据有误未生成，不得交验",
      rows: documents.map { ($0.name, "有 \($0.errors) 处错误，更正后重新生成并放入") },
      note: "请按校验结果更正数据后重新运行；补齐以前，本套材料不完整。",
      outline: "未生成的材料"
    )
  }
}
