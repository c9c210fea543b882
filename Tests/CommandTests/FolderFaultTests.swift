import Foundation
import TestTools
import Testing

@Suite("Folders of outputs that cannot be written")
struct FolderFaultTests {
  /// A small disk of its own in the place of a folder; only the superuser may have one.
  private struct Disk {
    let path: String

    static let isAvailable = geteuid() == 0 && (try? Disk(megabytes: 1).remove()) != nil

    init(megabytes: Int) throws {
      path = try Program.temporaryFolder()
      try mount(["-t", "tmpfs", "-o", "size=\(megabytes)m", "none"])
    }

    func mount(_ options: [String]) throws {
      let outcome = try Tool.run("mount", options + [path])
      if outcome.status != 0 { throw CocoaError(.fileWriteNoPermission) }
    }

    func remove() {
      _ = try? Tool.run("umount", [path])
      try? FileManager.default.removeItem(atPath: path)
    }

    /// Fills the disk up to some kilobytes.
    func fill(leaving kilobytes: Int) throws {
      let filler = "\(path)/filler"
      try Data().write(to: URL(fileURLWithPath: filler))
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: filler))
      while (try? file.write(contentsOf: Data(count: 1024))) != nil {}
      let size = try file.seekToEnd()
      try file.truncate(atOffset: size > kilobytes * 1024 ? size - UInt64(kilobytes) * 1024 : 0)
      try file.close()
    }
  }

  @Test(
    "a full disk: the folder is what it was, and there is nothing else in it",
    .enabled(if: Disk.isAvailable, "only the superuser can mount a small disk"),
    arguments: [false, true]
  )
  func full(isPrinted: Bool) throws {
    var run = try DisturbedRun(isPrinted: isPrinted)
    let disk = try Disk(megabytes: 8)
    defer { disk.remove() }
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    run.out = "\(disk.path)/out"
    try run.reset()
    for kilobytes in [0, 16, 100, 400] {
      try disk.fill(leaving: kilobytes)
      let outcome = try Program.run(run.arguments)
      #expect([73, 74].contains(outcome.status))
      #expect(outcome.errors.contains("磁盘已满"), "\(outcome.errors)")
      try run.expectUntouched()
    }
    try FileManager.default.removeItem(atPath: "\(disk.path)/filler")
    try run.expectCompleted()
  }

  @Test("files that may not grow: the folder is what it was, and there is nothing else in it")
  func limited() throws {
    let run = try DisturbedRun(isPrinted: true)
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    try run.reset()
    let arguments = ["-c", "ulimit -f 16; exec \"$0\" \"$@\"", Program.path] + run.arguments
    let outcome = try Program.tool("sh", arguments)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("写入"), "\(outcome.errors)")
    try run.expectUntouched()
    try run.expectCompleted()
  }

  @Test(
    "a folder that may only be read",
    .enabled(if: Disk.isAvailable || geteuid() != 0, "the superuser writes whatever the mode says")
  )
  func readOnly() throws {
    var run = try DisturbedRun(isPrinted: true)
    let disk = Disk.isAvailable ? try Disk(megabytes: 8) : nil
    defer { disk?.remove() }
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    if let disk { run.out = "\(disk.path)/out" }
    try run.reset()
    let memory = "\(run.out)/.yanyin"
    if let disk {
      try disk.mount(["-o", "remount,ro"])
    } else {
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: memory)
    }
    let outcome = try Program.run(run.arguments)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("无法创建"), "\(outcome.errors)")
    if let disk {
      try disk.mount(["-o", "remount,rw"])
    } else {
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: memory)
    }
    try run.expectUntouched()
    try run.expectCompleted()
  }

  @Test("a folder that goes while a run writes into it stays gone", arguments: [false, true])
  func vanishing(isMoved: Bool) throws {
    var run = try DisturbedRun(isPrinted: true)
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    try run.reset()
    let process = try Program.start(run.arguments)
    let elsewhere = "\(run.root)/elsewhere"
    run.waitForFiles(process)
    kill(process.processIdentifier, SIGSTOP)
    #expect(unsafe rename(run.out, elsewhere) == 0)
    if !isMoved { try FileManager.default.removeItem(atPath: elsewhere) }
    kill(process.processIdentifier, SIGCONT)
    process.waitUntilExit()
    #expect([73, 74].contains(process.terminationStatus))
    #expect(!FileManager.default.fileExists(atPath: run.out))
    guard isMoved else { return }
    run.out = elsewhere
    #expect(try run.expectWhole() == false)
    try run.expectCompleted()
  }

  @Test("of two runs at once one is told, and the folder is the other's")
  func two() throws {
    let run = try DisturbedRun(isPrinted: true)
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    try run.reset()
    let first = try Program.start(run.arguments)
    run.waitForFiles(first)
    kill(first.processIdentifier, SIGSTOP)
    let second = try Program.run(run.arguments)
    let mark = try Program.run(["printed", run.out])
    kill(first.processIdentifier, SIGCONT)
    first.waitUntilExit()
    #expect(second.status == 73 && mark.status == 73)
    #expect(second.errors.contains("另一个 yanyin 正在写"))
    #expect(first.terminationStatus == 1)
    #expect(try Program.files(in: run.out) == run.after)
    try run.expectCompleted()
  }
}
