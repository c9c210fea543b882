/// Makes parts of file names out of names of schools, majors and colleges.
package enum SafeName {
  /// A name without separators, control characters, characters that other systems refuse, leading
  /// dots or trailing dots and spaces, and of at most 160 bytes.
  ///
  /// What is replaced becomes 「_」.
  package static func component(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      scalars.append(isAllowed(scalar) ? scalar : "_")
    }
    var result = String(scalars)
    while result.hasPrefix(".") || result.hasPrefix(" ") { result.removeFirst() }
    while result.hasSuffix(".") || result.hasSuffix(" ") { result.removeLast() }
    while result.utf8.count > 160 { result.unicodeScalars.removeLast() }
    return result.isEmpty || isDevice(result) ? result + "_" : result
  }

  /// Names that Windows keeps for devices, whatever follows a dot: a folder of them cannot be copied
  /// there.
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    let upper = String(decoding: stem.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    if ["CON", "PRN", "AUX", "NUL"].contains(upper) { return true }
    return upper.utf8.count == 4 && (upper.hasPrefix("COM") || upper.hasPrefix("LPT"))
      && ("1"..."9").contains(upper.suffix(1))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return false
    default:
      return true
    }
  }
}
