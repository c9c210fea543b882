internal import Diagnostics

/// 年级 and 学制 against the year of graduation.
///
/// 入学年月 is never compared alone: who comes back, repeats or comes from elsewhere entered in another
/// month than the class.
struct SchoolingRule {
  private let year: Int
  /// The numbers whose 留级, 复学, 转入 or 学制变更 explains another year.
  private var explained: Set<TextKey> = []
  // Neighbouring rows mostly say the same.
  private var lastGrade = ""
  private var lastYears = ""
  private var lastDelay: Int? = 0

  init(_ school: School, year: Int) {
    self.year = year
    for change in school.changes {
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]) else {
        continue
      }
      switch kind {
      case .repetition, .resumption, .transferIn, .years:
        explained.insert(TextKey(change[ChangeField.idNumber]))
      default: break
      }
    }
  }

  mutating func check(_ graduate: Record, _ index: Int, _ school: School, _ run: inout RuleRun) {
    guard let delay = delay(of: graduate), delay != 0,
      // Who does not graduate has no year to agree with.
      !graduate[GraduateField.conclusion].hasSameBytes(as: Conclusion.notGraduated.title),
      !explained.contains(TextKey(graduate[GraduateField.idNumber]))
    else { return }
    let expected = year - delay
    let distance = delay > 0 ? "推迟\(delay)年" : "提前\(-delay)年"
    run.report(
      -1...3 ~= delay ? .schoolingUnusual : .schoolingWrong,
      "\(lastGrade)、学制\(lastYears)应于\(expected)年毕业，与\(year)年相比\(distance)，"
        + "也没有留级、复学、转入或学制变更的异动可以说明。请核对年级和学制。",
      at: graduate,
      index,
      in: school,
      fields: [GraduateField.grade, .years]
    )
  }

  /// By how many years somebody graduates later than grade and schooling say; nil where they cannot
  /// be read.
  private mutating func delay(of graduate: Record) -> Int? {
    if graduate[GraduateField.grade].hasSameBytes(as: lastGrade),
      graduate[GraduateField.years].hasSameBytes(as: lastYears)
    {
      return lastDelay
    }
    lastGrade = graduate[GraduateField.grade]
    lastYears = graduate[GraduateField.years]
    lastDelay = SchoolYears.year(in: lastGrade).flatMap { entry in
      SchoolYears.duration(lastYears).map { year - entry - $0 }
    }
    return lastDelay
  }
}
