/// How a run that makes files was printed: what its report says besides findings.
package struct RunPrinting: Sendable {
  /// Whether files are to be printed on both sides.
  package var isDuplex: Bool
  /// How long rendering took, in seconds.
  package var seconds: Double
  /// The print files of all schools.
  package var merged: [Manifest.Merged]

  /// A run that makes files.
  package init(isDuplex: Bool, seconds: Double, merged: [Manifest.Merged] = []) {
    self.isDuplex = isDuplex
    self.seconds = seconds
    self.merged = merged
  }

  /// 「单面」 or 「双面」.
  var sides: String { isDuplex ? "双面" : "单面" }
}

/// What became of a school in a run that makes files.
package struct SchoolResult: Sendable {
  /// The school's full name.
  package var school: String
  /// The city's folder, or 区直, 高校, 其他; nil for a school that is in no table 学校.
  package var city: String?
  /// What was not made, in the words of the screen.
  package var withheld: [String]
  /// Whether an earlier run made the files, which were left as they are.
  package var isKept: Bool
  /// Pages of single forms.
  package var pages: Int
  /// Copies in the print files.
  package var copies: Int
  /// What the print files take, slips included.
  package var sheets: SheetCounts
  /// The findings about it.
  package var tally: SchoolTally
  /// How long it took, in seconds.
  package var seconds: Double

  /// 「完成」, 「未生成：登记表 护理」, and 「沿用上次」 where nothing had changed.
  var state: String {
    let made = withheld.isEmpty ? "完成" : "未生成：\(withheld.joined(separator: "、"))"
    return isKept ? "\(made)（未变，沿用上次的文件）" : made
  }
}

/// The schools of a city in a run that makes files.
package struct CityTotal: Sendable {
  /// The city's folder, or 区直, 高校, 其他; 「学校表中没有」 for schools that are in none.
  package var city: String
  /// Its schools.
  package var schools = 0
  /// Those of which nothing was withheld.
  package var complete = 0
  /// Pages of single forms of schools.
  package var pages = 0
  /// Copies in the print files.
  package var copies = 0
  /// What the print files take.
  package var sheets = SheetCounts()
}

extension RunReport {
  /// What became of each school, in the order of the plan; empty for runs that make no files.
  var results: [SchoolResult] {
    guard let printing else { return [] }
    let tallies = Dictionary(self.tallies.map { (ByteKey($0.school), $0) }) { first, _ in first }
    return outcomes.compactMap { outcome in
      guard let school = outcome.school else { return nil }
      return SchoolResult(
        school: school,
        city: outcome.city,
        withheld: outcome.withheld.map(RunReport.name),
        isKept: outcome.isKept,
        pages: outcome.pageCount,
        copies: PrintedPile(outcome.packets, isDuplex: printing.isDuplex).copyCount,
        sheets: SheetCounts(outcome.packets, isDuplex: printing.isDuplex),
        tally: tallies[ByteKey(school)] ?? SchoolTally(school: school),
        seconds: outcome.seconds
      )
    }
  }

  /// The print files, as they go to the printer room: those of all schools where such were made.
  var printPlan: [(path: String, paper: String, sheets: Int)] {
    guard let printing else { return [] }
    let isDuplex = printing.isDuplex
    if !printing.merged.isEmpty {
      return printing.merged.map {
        (path: $0.path, paper: $0.paper, sheets: isDuplex ? ($0.pages + 1) / 2 : $0.pages)
      }
    }
    return outcomes.flatMap(\.packets).map {
      (path: $0.path, paper: $0.paper, sheets: $0.sheets(isDuplex: isDuplex))
    }
  }

  /// The sheets of all print files.
  var sheets: SheetCounts {
    var sheets = SheetCounts()
    for line in printPlan { sheets.add(line.sheets, of: line.paper) }
    return sheets
  }

  /// The totals of each city, in the order of its first school.
  static func totals(_ results: [SchoolResult]) -> [CityTotal] {
    var totals: [CityTotal] = []
    for result in results {
      let city = result.city ?? "学校表中没有"
      let place = totals.firstIndex { $0.city.hasSameBytes(as: city) } ?? totals.count
      if place == totals.count { totals.append(CityTotal(city: city)) }
      totals[place].schools += 1
      totals[place].complete += result.withheld.isEmpty ? 1 : 0
      totals[place].pages += result.pages
      totals[place].copies += result.copies
      totals[place].sheets.add(result.sheets)
    }
    return totals
  }

  /// What the screen says of a run that makes files: schools by their state, paper, cities where there
  /// are several.
  var printingLines: [String] {
    let results = results
    guard !results.isEmpty, let printing else { return [] }
    let incomplete = results.count { !$0.withheld.isEmpty }
    // Whether an earlier run made the files changes nothing of what is there.
    var lines = [
      "学校 \(results.count) 所：完成 \(results.count - incomplete)、有未生成的 \(incomplete)。"
    ]
    if !printPlan.isEmpty { lines.append("用纸：\(sheets.text)（\(printing.sides)）。") }
    let totals = RunReport.totals(results)
    if totals.count > 1 {
      lines += totals.map {
        "  \($0.city)：学校 \($0.schools) 所、完成 \($0.complete) 所，\($0.copies) 份，\($0.sheets.text)"
      }
    }
    return lines
  }

  /// 「0.12 秒」.
  static func duration(_ seconds: Double) -> String { "\(decimal(seconds)) 秒" }

  /// A number of seconds with two places.
  static func decimal(_ seconds: Double) -> String {
    let hundredths = Int((max(0, seconds) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
