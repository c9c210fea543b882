/// Years in the texts of grades and durations of study.
package enum SchoolYears {
  /// The first year from 2000 to 2099 that a text names: 2020 of `2020级` or `2020级1班`.
  package static func year(in text: String) -> Int? {
    let bytes = text.utf8.span
    guard bytes.count >= 4 else { return nil }
    for start in 0...(bytes.count - 4) {
      if let year = bytes.number(in: start..<(start + 4)), 2000...2099 ~= year { return year }
    }
    return nil
  }

  /// The years of a duration of study: 3 of `3年`, `3`, `三年` and `三年制`.
  package static func duration(_ text: String) -> Int? {
    let units: [(String, Int)] = [
      ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5),
      ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5),
    ]
    for (digit, value) in units {
      for ending in ["年", "", "年制"] where (digit + ending).hasSameBytes(as: text) {
        return value
      }
    }
    return nil
  }
}
