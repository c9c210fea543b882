/// What a run decides about the rules: the season's year and the options of the command line.
package struct RulePolicy: Sendable {
  /// The year of graduation.
  package var year: Int
  /// The month of graduation of records whose 毕业年月 is empty.
  package var graduationMonth: CalendarMonth?
  /// The copies given with `--copies` for types of school.
  package var copies: [SchoolType: Int]
  /// Only receipts are asked for: schools need neither a roll nor copies.
  package var onlyReceipts: Bool
  /// The best score.
  package var fullMark = 100
  /// How certificate numbers are made up; nil where no rule is known.
  package var certificatePattern: CertificatePattern?
  /// Whether findings show names and numbers of people in full.
  package var showsPeople = false

  /// The policy of a season; graduation is in July unless said otherwise.
  package init(
    year: Int,
    graduationMonth: CalendarMonth? = nil,
    copies: [SchoolType: Int] = [:],
    onlyReceipts: Bool = false
  ) {
    self.year = year
    self.graduationMonth = graduationMonth ?? CalendarMonth(year: year, month: 7)
    self.copies = copies
    self.onlyReceipts = onlyReceipts
  }

  /// The copies of the 登记表 and the 审核表 for a type of school: the option, else the notice; nil
  /// where neither says.
  package func copies(for type: SchoolType) -> Int? {
    copies[type] ?? type.copiesInNotice
  }
}
