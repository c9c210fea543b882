internal import Diagnostics

/// The files that the paths of a command name, in reading order.
struct InputWalk {
  /// The files, folders walked by the bytes of their names.
  private(set) var files: [String] = []
  /// Paths that cannot be opened.
  private(set) var failures: [InputFailure] = []
  private let fileSystem: any InputFileSystem
  private let limits: ReadingLimits

  init(
    _ paths: [String],
    fileSystem: any InputFileSystem,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) {
    self.fileSystem = fileSystem
    self.limits = limits
    for path in paths {
      switch fileSystem.kind(of: path) {
      case nil: failures.append(InputFailure(path: path, reason: "文件不存在。请检查路径。"))
      case .file: files.append(path)
      case .other: failures.append(.notRegular(path))
      case .folder:
        let count = files.count
        walk(path, depth: 1, sink: &sink)
        leaveOutputs(path, from: count, sink: &sink)
        if files.count == count, failures.isEmpty {
          let message = "文件夹里没有数据文件（.xlsx、.csv、.txt、.json、.xml）。请检查路径。"
          sink.report(Diagnostic(.emptyFolder, message, at: .file(path)))
        }
      }
    }
  }

  private mutating func walk(_ folder: String, depth: Int, sink: inout DiagnosticSink) {
    let names: [String]
    do {
      names = try fileSystem.names(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      failures.append(error)
      return
    }
    if depth > 1,
      OwnOutputs(folder: folder, names: names, fileSystem: fileSystem, limits: limits) != nil
    {
      let message = "是本程序的输出文件夹，已跳过；要读入其中的 XML，请直接写出这个文件夹或文件。"
      sink.report(Diagnostic(.skippedFile, message, at: .file(folder)))
      return
    }
    for name in names where name.utf8.first != UInt8(ascii: ".") {
      let path = folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
      switch fileSystem.kind(of: path) {
      case nil: continue
      case .folder:
        if depth < limits.folderDepth {
          walk(path, depth: depth + 1, sink: &sink)
        } else {
          sink.report(Diagnostic(.skippedFile, "文件夹层次过深，未读取。", at: .file(path)))
        }
      case .other where InputWalk.isTable(name): failures.append(.notRegular(path))
      case .other:
        sink.report(Diagnostic(.skippedFile, "不是普通文件，已跳过。", at: .file(path)))
      case .file:
        if InputWalk.isOwnOutput(name) { continue }
        if InputWalk.isTable(name) {
          files.append(path)
        } else {
          let isLedger = InputWalk.ending(name) == "yanyin"
          let message = isLedger ? "是台账，已跳过；要使用台账，请直接写出它的文件名。" : "不是数据文件，已跳过。"
          sink.report(Diagnostic(.skippedFile, message, at: .file(path)))
        }
      }
    }
  }

  /// Leaves out the outputs of an earlier run into the folder itself, where it holds other data.
  ///
  /// A folder of outputs alone was named for its XML.
  private mutating func leaveOutputs(
    _ folder: String,
    from count: Int,
    sink: inout DiagnosticSink
  ) {
    guard files[count...].contains(where: { InputWalk.ending($0) == "xml" }),
      let names = try? fileSystem.names(in: folder),
      let outputs = OwnOutputs(
        folder: folder,
        names: names,
        fileSystem: fileSystem,
        limits: limits
      )
    else { return }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let others = files[count...].filter { !outputs.contains(String($0.dropFirst(start.count))) }
    let left = files.count - count - others.count
    guard left > 0, !others.isEmpty else { return }
    files.replaceSubrange(count..., with: others)
    let message = "文件夹里有以前输出的 XML \(left)个，已跳过；要读入，请直接写出文件名。"
    sink.report(Diagnostic(.skippedFile, message, at: .file(folder)))
  }

  /// What the program itself writes, XML aside, and the lock files of office programs.
  private static func isOwnOutput(_ name: String) -> Bool {
    name == "manifest.json" || name == "回执.xlsx" || name.hasPrefix("~$")
      || name.hasSuffix(".yanyin-wal") || name.hasSuffix(".yanyin-shm")
      || ["pdf", "html"].contains(ending(name))
  }

  private static func isTable(_ name: String) -> Bool {
    ["xlsx", "xlsm", "xls", "csv", "tsv", "txt", "json", "xml"].contains(ending(name))
  }

  private static func ending(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(name[name.utf8.index(after: dot)...]).lowercased()
  }
}
