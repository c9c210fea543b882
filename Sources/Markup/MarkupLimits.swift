/// How large a file may be before it is refused.
package struct MarkupLimits: Sendable {
  /// Bytes.
  package var size: Int
  /// Elements inside one another.
  package var depth: Int

  /// Limits; the defaults are those of template files.
  package init(size: Int = 1 << 20, depth: Int = 32) {
    self.size = size
    self.depth = depth
  }
}
