/// The numbers of people that forms print and that must agree with one another.
package struct SchoolCounts: Hashable, Sendable {
  /// All rows of 毕业生.
  package var roll = 0
  /// 毕业.
  package var graduated = 0
  /// 结业.
  package var completed = 0
  /// 未毕业.
  package var notGraduated = 0
  /// 男 among 毕业.
  package var graduatedMen = 0
  /// 女 among 毕业.
  package var graduatedWomen = 0

  /// Counts graduates; rows without a valid 毕(结)业 count in the roll alone.
  package init(_ graduates: some Sequence<Record>) {
    for graduate in graduates {
      roll += 1
      switch Conclusion(graduate[GraduateField.conclusion]) {
      case .graduated:
        graduated += 1
        switch Sex(graduate[GraduateField.sex]) {
        case .male: graduatedMen += 1
        case .female: graduatedWomen += 1
        case nil: break
        }
      case .completed: completed += 1
      case .notGraduated: notGraduated += 1
      case nil: break
      }
    }
  }
}
