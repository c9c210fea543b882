import Records

/// The certificates that a school brings with the 册 that were made: those of a 册 that is withheld stay
/// at home.
struct PresentedCertificates: Hashable, Sendable {
  /// How many there are.
  var count = 0
  /// The smallest number; empty where nobody has one.
  var first = ""
  /// The largest number.
  var last = ""
  /// Numbers between them that nobody of the school has, at most `CertificateRange.limit`.
  var voids: [String] = []
  /// How many such numbers there are.
  var voidCount = 0

  /// No certificates.
  init() {}

  /// Certificates as they were noted before.
  init(count: Int, first: String, last: String, voids: [String], voidCount: Int) {
    self.count = count
    self.first = first
    self.last = last
    self.voids = voids
    self.voidCount = voidCount
  }

  /// The certificates of some graduates of a school.
  init(of presented: Set<Int>, in school: School) {
    var numbers: [String] = []
    var others: [String] = []
    for (index, graduate) in school.graduates.enumerated() {
      let number = graduate[GraduateField.certificate]
      if number.isEmpty { continue }
      if presented.contains(index), graduate[GraduateField.conclusion].hasSameBytes(as: "毕业") {
        numbers.append(number)
      } else {
        others.append(number)
      }
    }
    let range = CertificateRange(numbers, besides: others)
    self.init(
      count: numbers.count,
      first: range.first,
      last: range.last,
      voids: range.missing,
      voidCount: range.missingCount
    )
  }

  /// The numbers that were not used, or their number where there are many; empty where there are none.
  var voidText: String {
    guard voidCount > 0 else { return "" }
    return voidCount <= CertificateRange.limit
      ? voids.joined(separator: "、") : "共 \(voidCount) 个"
  }
}
