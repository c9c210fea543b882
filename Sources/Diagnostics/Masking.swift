/// Hides the middle of personal values on screens, in logs and in file names.
package enum Masking {
  /// An identity number with its first six and last four characters shown: `450000********0028`.
  ///
  /// Shorter values show the first and last quarter.
  package static func identity(_ number: String) -> String {
    let scalars = Array(number.unicodeScalars)
    let (head, tail) =
      scalars.count >= 14 ? (6, 4) : (scalars.count / 4, scalars.count / 4)
    return masked(scalars, head: head, tail: tail)
  }

  /// A telephone number with its first three and last two digits shown.
  package static func phone(_ number: String) -> String {
    let scalars = Array(number.unicodeScalars)
    return masked(scalars, head: min(3, scalars.count / 3), tail: min(2, scalars.count / 4))
  }

  private static func masked(_ scalars: [Unicode.Scalar], head: Int, tail: Int) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      result.append(index < head || index >= scalars.count - tail ? scalar : "*")
    }
    return String(result)
  }
}
