/// Words for a page that is written by hand, as the report is.
package enum HTMLText {
  /// A text that is safe in element content and in quoted attributes, whatever it holds.
  package static func escaped(_ text: String) -> String {
    var bytes = HTMLBytes()
    bytes.text(text)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }
}
