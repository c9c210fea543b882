/// Where inputs are read from; tests have their own.
package protocol InputFileSystem: Sendable {
  /// What lies at a path; nil where nothing does.
  func kind(of path: String) -> InputKind?
  /// The names in a folder, in any order.
  func names(in folder: String) throws(InputFailure) -> [String]
  /// The bytes of a file of at most `limit` bytes.
  func bytes(of file: String, limit: Int) throws(InputFailure) -> [UInt8]
}

/// What lies at a path.
package enum InputKind: Hashable, Sendable {
  /// A file.
  case file
  /// A folder.
  case folder
  /// A pipe, a socket or a device: reading it could wait for ever.
  case other
}

/// An input that cannot be opened: exit status 66.
package struct InputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  package var path: String
  /// Why, in Chinese.
  package var reason: String

  /// A failure of a path.
  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason)" }
}
