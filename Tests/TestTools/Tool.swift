package import Foundation

/// Programs that tests call.
package enum Tool {
  /// What a program printed and how it ended.
  package struct Outcome: Sendable {
    /// The exit status.
    package var status: Int32
    /// Standard output, byte for byte.
    package var bytes: Data
    /// Standard error.
    package var errors: String
    /// Standard output as text.
    package var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The package's folder.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs a program that `PATH` finds, in the package's folder.
  package static func run(_ name: String, _ arguments: [String]) throws -> Outcome {
    try launch("/usr/bin/env", [name] + arguments)
  }

  /// Runs a program by its path, in the package's folder.
  package static func launch(_ path: String, _ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    // Files and not pipes: a pipe that nobody drains would stop the program.
    return try withTemporaryFolder { folder in
      let files = ["out", "err"].map { URL(fileURLWithPath: "\(folder)/\($0)") }
      for file in files { try Data().write(to: file) }
      let handles = try files.map { try FileHandle(forWritingTo: $0) }
      process.standardOutput = handles[0]
      process.standardError = handles[1]
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      for handle in handles { try handle.close() }
      return Outcome(
        status: process.terminationStatus,
        bytes: try Data(contentsOf: files[0]),
        errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
      )
    }
  }

  /// Whether `PATH` finds a program.
  package static func has(_ name: String) -> Bool {
    let outcome = try? launch("/usr/bin/env", ["sh", "-c", "command -v \"$1\"", "sh", name])
    return outcome?.status == 0
  }

  /// Whether a missing checker fails the tests: in CI none may be skipped.
  package static var isStrict: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// A new folder below the system's temporary one; the caller removes it.
  package static func temporaryFolder() throws -> String {
    let path = NSTemporaryDirectory() + "yanyin-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Runs a closure with a folder that goes with it.
  package static func withTemporaryFolder<Result>(
    _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
