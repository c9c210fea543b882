import Foundation
import Packets
import TestTools

/// The built program, run as a clerk runs it.
enum Program {
  /// What a run printed and how it ended.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String

    /// Of a program that has not run.
    init() {
      (status, output, errors) = (-1, "", "")
    }

    fileprivate init(_ outcome: Tool.Outcome) {
      (status, output, errors) = (outcome.status, outcome.output, outcome.errors)
    }
  }

  /// The package's folder.
  static let root = Tool.root

  /// The program lies beside the test bundle.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("yanyin").path

  /// The day of every run here, and no progress.
  static let day = ["--today", "2023-07-01", "--no-progress"]

  /// Runs `yanyin` in the package's folder.
  static func run(_ arguments: [String]) throws -> Outcome {
    Outcome(try Tool.launch(path, arguments))
  }

  /// Runs another program.
  static func tool(_ name: String, _ arguments: [String]) throws -> Outcome {
    Outcome(try Tool.run(name, arguments))
  }

  /// Starts `yanyin` and kills it after a while, wherever it is then.
  static func kill(_ arguments: [String], after delay: Duration) throws {
    try kill(arguments) { _ in Thread.sleep(forTimeInterval: delay / .seconds(1)) }
  }

  /// Starts `yanyin` and kills it when `wait` returns, which is told whether it still runs.
  static func kill(_ arguments: [String], when wait: (_ isRunning: () -> Bool) -> Void) throws {
    let process = try start(arguments)
    wait { process.isRunning }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Starts `yanyin` in the package's folder; what it prints is lost, but for errors that a file takes.
  static func start(
    _ arguments: [String],
    errors: FileHandle = .nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// A new folder below the system's temporary one.
  static func temporaryFolder() throws -> String { try Tool.temporaryFolder() }

  /// Every file below a folder with its bytes, by its path in it.
  static func files(in folder: String) throws -> [String: Data] {
    let output = OutputFolder(path: folder)
    return Dictionary(
      uniqueKeysWithValues: try output.names(withMemory: true).map { ($0, try output.data($0)) }
    )
  }

  /// Runs `yanyin packet` on paths.
  static func packet(
    _ inputs: [String],
    to folder: String,
    _ options: [String] = []
  ) throws -> Outcome {
    try run(["packet"] + inputs + ["--out", folder] + day + options)
  }
}

/// A folder of outputs.
struct OutputFolder {
  /// Its path.
  var path: String

  /// Every file with its bytes, by its path in the folder.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try names() { files[name] = try data(name) }
    return files
  }

  /// The paths of all files in the folder, sorted; none where there is no folder.
  ///
  /// What the program remembers of paper in `.yanyin` is no output and comes only when asked for; what
  /// it remembers of the files' places on the disk is never the same twice.
  func names(withMemory: Bool = false) throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      guard withMemory && name != ".yanyin/made" || !name.hasPrefix(".yanyin/") else {
        return false
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      return attributes[.type] as? FileAttributeType == .typeRegular
    }.sorted()
  }

  /// The paths of the PDFs.
  func pdfs() throws -> [String] { try names().filter { $0.hasSuffix(".pdf") } }

  /// The bytes of a file.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// A PDF of the folder.
  func pdf(_ name: String) -> PDFFile { PDFFile(path: "\(path)/\(name)") }

  /// What `manifest.json` says.
  func manifest() throws -> Manifest {
    guard let manifest = Manifest(json: Array(try data("manifest.json"))) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return manifest
  }
}
