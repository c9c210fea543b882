/// The certificate numbers of a group of graduates: first, last and what is missing between.
struct CertificateRange: Sendable {
  /// The smallest number; empty where nobody has one.
  var first = ""
  /// The largest number.
  var last = ""
  /// The numbers between first and last that nobody of the group has, at most `limit` of them.
  var missing: [String] = []
  /// How many are missing in all.
  var missingCount = 0

  /// How many missing numbers are named one by one.
  static let limit = 4

  /// The range of numbers that end in digits and are equally long; numbers of other shapes are only
  /// compared as texts.
  init(_ numbers: [String]) {
    let sorted = numbers.filter { !$0.isEmpty }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    guard let first = sorted.first, let last = sorted.last else { return }
    self.first = first
    self.last = last
    var previous: Int?
    for number in sorted {
      guard number.utf8.count == first.utf8.count, let serial = Int(number) else { return }
      if let previous, serial > previous + 1 {
        missingCount += serial - previous - 1
        var gap = previous + 1
        while gap < serial, missing.count < CertificateRange.limit {
          missing.append(CertificateRange.padded(gap, to: first.utf8.count))
          gap += 1
        }
      }
      previous = serial
    }
  }

  /// 「缺号：20230100167」, or the count where there are many; empty without a gap.
  var remark: String {
    guard missingCount > 0 else { return "" }
    return missingCount <= CertificateRange.limit
      ? "缺号：\(missing.joined(separator: "、"))" : "缺号\(missingCount)个"
  }

  private static func padded(_ number: Int, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}
