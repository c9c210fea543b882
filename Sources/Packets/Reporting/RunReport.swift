package import Diagnostics
import Records

/// What a run read, found and made: the summary on the screen and the file of `--report`.
///
/// Times of day live here and never in the folder of outputs.
package struct RunReport: Sendable {
  /// Rows that were read.
  package var rowCount: Int
  /// All findings in order.
  package var findings: [Diagnostic]
  /// What became of every unit.
  package var outcomes: [UnitOutcome]
  /// The rows of the registry's export that 附件3 does not print, by school and kind.
  package var heldBack: [HeldBack]

  /// What the run was to print; nil for one that makes no files.
  package var printing: RunPrinting?

  /// The only school of a file, by the file's name.
  let schoolOfFile: [ByteKey: String]

  /// A report on a run.
  ///
  /// - Parameters:
  ///   - records: What was read.
  ///   - findings: Everything that was found.
  ///   - outcomes: What became of every unit.
  ///   - printing: What the run was to print; nil for one that makes no files.
  ///   - showsPeople: Whether names and numbers of people are shown in full.
  package init(
    records: RunRecords,
    findings: [Diagnostic],
    outcomes: [UnitOutcome],
    printing: RunPrinting? = nil,
    showsPeople: Bool = false
  ) {
    let season = records.season
    let shared = season.bureaus.count + season.exemptions.count
    self.findings = findings
    self.outcomes = outcomes
    self.printing = printing
    if records.schools == nil {
      rowCount = season.schools.reduce(shared) { $0 + $1.rowCount }
      heldBack = season.schools.flatMap {
        HeldBack.all(of: $0, in: season, showsPeople: showsPeople)
      }
    } else {
      rowCount = outcomes.reduce(shared) { $0 + ($1.summary?.rowCount ?? 0) }
      heldBack = outcomes.flatMap { $0.summary?.heldBack ?? [] }
    }
    schoolOfFile = RunReport.schools(ofFilesIn: season)
  }

  /// How many files were made or left as they were.
  var fileCount: Int {
    outcomes.reduce(printing?.merged.count ?? 0) { $0 + $1.documents.count + $1.packets.count }
  }

  /// How many findings of a severity there are.
  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// 「共读入 312 行：错误 4、警告 9、提示 21；生成 3 个文件 57 页。」.
  package var summary: String {
    let files = fileCount
    let pages = outcomes.reduce(0) { $0 + $1.pageCount }
    let withheld = outcomes.reduce(0) { $0 + $1.withheld.count }
    let made = files > 0 ? "；生成 \(files) 个文件 \(pages) 页" : ""
    let missing = withheld > 0 ? "；未生成 \(withheld) 项" : ""
    return
      "共读入 \(rowCount) 行：错误 \(count(.error))、警告 \(count(.warning))、"
      + "提示 \(count(.note))\(made)\(missing)。"
  }

  /// What a run ends with on the screen: the lines that name what was withheld, the summary, then what
  /// goes to the printer room.
  package var closing: String {
    (withheldLines + [summary] + printingLines).joined(separator: "\n")
  }

  /// The lines that name what was withheld.
  package var withheldLines: [String] {
    outcomes.flatMap(\.withheld).map { entry in
      let what = [entry.school, RunReport.name(of: entry)].compactMap(\.self)
        .joined(separator: " ")
      return "未生成：\(what)（\(entry.errors) 处错误）"
    }
  }

  /// 「登记表 护理」; 「全部材料」 for a school of which nothing was made.
  static func name(of withheld: Manifest.Withheld) -> String {
    [withheld.form.map(FormTitles.title) ?? "全部材料", withheld.volume].compactMap(\.self)
      .joined(separator: " ")
  }
}

/// The forms' names for people.
package enum FormTitles {
  /// The name of a form by its id; the id itself for forms that are not ours.
  package static func title(_ form: String) -> String {
    switch form {
    case "registration": "登记表"
    case "review": "审核表"
    case "changes": "异动情况汇总表"
    case "intake": "对口招收信息表"
    case "receipt": "回执"
    case "checklist": "材料清单"
    case "slip": "插页"
    case "reprint-list": "补打清单"
    case "correction-slip": "更正单"
    case "banner": "分隔页"
    case "handover": "交接清单"
    case "return-list": "发还清单"
    case "schedule": "预约表"
    default: form
    }
  }
}
