/// A font that is needed and cannot be used: the environment is broken, not the input.
package struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that it is about.
  package let file: String
  /// What is wrong, in Chinese, without a full stop.
  package let reason: String

  /// Says what is wrong with a font file.
  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// The whole sentence.
  package var description: String { "字体文件「\(file)」不能使用：\(reason)" }
}
