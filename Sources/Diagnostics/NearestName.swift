/// Finds the name that somebody probably meant.
package enum NearestName {
  /// 「您是不是要写“name”？」, or the names to choose from where none is near; empty without names.
  package static func hint(for name: String, among names: [String]) -> String {
    // Any digit is near any other, and which was meant cannot be guessed.
    let isNumber = !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if !isNumber, let nearest = nearest(to: name, among: names) {
      return "您是不是要写“\(nearest)”？"
    }
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(24).joined(separator: "、")
    return "可用：\(shown)\(names.count > 24 ? "……" : "")。"
  }

  /// The nearest name, at most a third of the letters away (two for very short ones is too far).
  package static func nearest(to name: String, among names: [String]) -> String? {
    let written = Array(name.lowercased().unicodeScalars)
    guard written.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(written.count, letters.count) / 3)
      guard abs(letters.count - written.count) <= limit else { continue }
      let distance = distance(written, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Letters added, left out, changed, or swapped with their neighbour (optimal string alignment).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1)
        cost = min(cost, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
