internal import CXlsxWriter

/// Why a workbook could not be written.
package enum XLSXWriterError: Error, Hashable, CustomStringConvertible {
  /// A text holds a code point that a workbook cannot carry (U+0000, U+FFFE, U+FFFF).
  case illegalCharacter(scalar: UInt32)
  /// The library refused, with its code and words.
  case refused(code: UInt32, reason: String)

  /// What happened, for engineers; it never shows the text itself.
  package var description: String {
    switch self {
    case .illegalCharacter(let scalar):
      "U+\(String(scalar, radix: 16, uppercase: true)) cannot be written to a workbook"
    case .refused(let code, let reason): "libxlsxwriter: \(reason) (\(code))"
    }
  }

  static func check(_ error: lxw_error) throws(XLSXWriterError) {
    guard error != LXW_NO_ERROR else { return }
    let reason = unsafe lxw_strerror(error).map { unsafe String(cString: $0) }
    throw .refused(code: error.rawValue, reason: reason ?? "")
  }
}
