/// libharu or the memory failed while a document was written.
///
/// The document is lost.
package struct HaruError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done.
  package let operation: String
  /// libharu's error code (hpdf_error.h), 0 where it gave none.
  package let code: UInt
  /// libharu's detail code.
  package let detail: UInt

  /// The whole sentence.
  package var description: String {
    "生成 PDF 时出错（\(operation)，libharu 错误 0x\(String(code, radix: 16))，细节 \(detail)）"
  }

  static var outOfMemory: HaruError { HaruError(operation: "内存不足", code: 0x1015, detail: 0) }

  static var tooLarge: HaruError {
    HaruError(operation: "文件超过4 GB，请分开输出", code: 0, detail: 0)
  }
}
