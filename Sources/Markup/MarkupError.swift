/// A failure of the XML library itself, not of the text that it reads.
package enum MarkupError: Error, Sendable {
  /// The library could not allocate its parser.
  case outOfMemory
}
