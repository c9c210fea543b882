// Feeds mutated files to the readers, or mutated texts to the template compiler; scripts/fuzz builds
// and starts it. libFuzzer owns the loop: it stops at a crash, a hang or too much memory.

import Diagnostics
import Exchange
import Forms
import Glibc
import Records

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// One file that exists in memory only.
private struct OneFile: InputFileSystem {
  var bytes: [UInt8]

  func kind(of path: String) -> InputKind? { .file }

  func names(in folder: String) -> [String] { [] }

  func bytes(of file: String, limit: Int) -> [UInt8] { bytes }
}

/// Reads bytes as an input, whatever they are; an input that gives nothing must have a finding.
private func readInput(_ bytes: [UInt8]) {
  guard
    let result = try? InputLoader.load(
      paths: ["input"],
      schema: .builtIn,
      fileSystem: OneFile(bytes: bytes)
    )
  else { return }
  let season = result.season
  let isEmpty = season.schools.isEmpty && season.bureaus.isEmpty && season.exemptions.isEmpty
  if isEmpty, result.findings.diagnostics.isEmpty { abort() }
}

/// Compiles bytes as a template; one that gives no template must have a finding.
private func compileTemplate(_ bytes: [UInt8]) {
  struct MissingFile: Error {}
  let compiler = TemplateCompiler(vocabulary: Vocabulary(schema: .builtIn), directory: "") { _ in
    throw MissingFile()
  }
  var sink = DiagnosticSink()
  let template = try? compiler.compile("t.xml", bytes: bytes, into: &sink)
  if template == nil, sink.diagnostics.isEmpty { abort() }
}

/// What the bytes are taken for.
private let target = unsafe getenv("YANYIN_FUZZ").map { unsafe String(cString: $0) } ?? "input"

private var count = CommandLine.argc
private var arguments = unsafe CommandLine.unsafeArgv
private let status = unsafe runDriver(&count, &arguments) { start, size in
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  switch target {
  case "template": compileTemplate(bytes)
  case "sheet": readInput(StoredZip.workbook(sheet: bytes))
  default: readInput(bytes)
  }
  return 0
}
exit(status)
