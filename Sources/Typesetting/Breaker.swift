internal import CUnicode

/// ICU's break iterators, opened when the first text wraps.
///
/// The first failure is kept and reported when the document is done: a text without breaks is
/// harmless, a document without them is not.
@safe final class Breaker {
  private let handle: OpaquePointer?
  private(set) var failure: Int32?

  enum Kind {
    /// Where a line may start, by the strict rules for Chinese.
    case lines
    /// Where a word starts, by ICU's dictionary.
    case words
  }

  init() {
    unsafe handle = yy_breaker_create()
    if unsafe handle == nil { failure = -1 }
  }

  deinit {
    unsafe yy_breaker_free(handle)
  }

  /// The version of the ICU that runs.
  static var version: String {
    var text = [CChar](repeating: 0, count: 32)
    unsafe yy_unicode_version(&text)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// For each UTF-16 unit whether a line or word may start before it.
  func marks(_ kind: Kind, of text: [UInt16]) -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: text.count)
    guard let handle = unsafe handle, !text.isEmpty else { return marks }
    let length = Int32(clamping: text.count)
    let code = unsafe text.withUnsafeBufferPointer { units in
      unsafe marks.withUnsafeMutableBufferPointer { flags in
        switch kind {
        case .lines:
          unsafe yy_breaker_lines(handle, units.baseAddress, length, flags.baseAddress)
        case .words:
          unsafe yy_breaker_words(handle, units.baseAddress, length, flags.baseAddress)
        }
      }
    }
    if code > 0, failure == nil { failure = code }
    return marks
  }
}
