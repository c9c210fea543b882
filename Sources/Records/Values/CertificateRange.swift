/// The certificate numbers of a group of graduates: first, last and what is missing between.
package struct CertificateRange: Sendable {
  /// The smallest number; empty where nobody has one.
  package private(set) var first = ""
  /// The largest number.
  package private(set) var last = ""
  /// The numbers between first and last that nobody of the group has, at most `limit` of them.
  package private(set) var missing: [String] = []
  /// How many are missing in all.
  package private(set) var missingCount = 0

  /// How many missing numbers are named one by one.
  package static let limit = 4

  /// The range of numbers; empty texts are left out.
  ///
  /// What is missing can be said of numbers of digits that are equally long; others are only compared
  /// as texts. Numbers that `others` have are not missing.
  package init(_ numbers: [String], besides others: [String] = []) {
    let given = numbers.filter { !$0.isEmpty }
    guard let length = given.first?.utf8.count else { return }
    let serials = given.compactMap { $0.utf8.count == length ? CertificateRange.serial($0) : nil }
    guard serials.count == given.count else {
      first = given.min(by: CertificateRange.precedes) ?? ""
      last = given.max(by: CertificateRange.precedes) ?? ""
      return
    }
    let held = others.compactMap {
      $0.utf8.count == length ? CertificateRange.serial($0) : nil
    }
    fill(serials.sorted(), besides: held, length: length)
  }

  /// The order of the bytes.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    let left = left.utf8.span
    let right = right.utf8.span
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }

  private mutating func fill(_ serials: [Int], besides others: [Int], length: Int) {
    guard let smallest = serials.first, let largest = serials.last else { return }
    first = CertificateRange.padded(smallest, to: length)
    last = CertificateRange.padded(largest, to: length)
    var previous = smallest
    let held = others.filter { smallest < $0 && $0 < largest }
    for serial in held.isEmpty ? serials : (serials + held).sorted() {
      if serial > previous + 1 {
        missingCount += serial - previous - 1
        var gap = previous + 1
        while gap < serial, missing.count < CertificateRange.limit {
          missing.append(CertificateRange.padded(gap, to: length))
          gap += 1
        }
      }
      previous = serial
    }
  }

  /// 「缺号：20230100167」, or the count where there are many; empty without a gap.
  package var remark: String {
    guard missingCount > 0 else { return "" }
    return missingCount <= CertificateRange.limit
      ? "缺号：\(missing.joined(separator: "、"))" : "缺号\(missingCount)个"
  }

  /// The value of a number of digits that fits into a machine word.
  private static func serial(_ number: String) -> Int? {
    let bytes = number.utf8.span
    return bytes.count <= 18 ? bytes.number(in: 0..<bytes.count) : nil
  }

  private static func padded(_ number: Int, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}
