import Foundation
import TestTools
import Testing

/// A run over a folder that something ends or keeps from writing: the folder as it was before it, and
/// as one that nothing disturbed leaves it.
struct DisturbedRun {
  let root: String
  let before: [String: Data]
  let after: [String: Data]
  /// How long the run takes.
  let whole: Duration
  /// Where it writes.
  var out: String
  var arguments: [String] {
    ["packet", "\(root)/新.json", "--out", out, "--jobs", "2"] + Program.day
  }

  /// Renders both states, from nothing or over one that is on paper.
  init(isPrinted: Bool) throws {
    root = try Program.temporaryFolder()
    out = "\(root)/out"
    try SeasonFile.beforeCorrection().write(to: "\(root)/旧.json")
    try SeasonFile.afterCorrection().write(to: "\(root)/新.json")
    let start = "\(root)/start"
    if isPrinted {
      #expect(try Program.packet(["\(root)/旧.json"], to: start).status == 0)
      #expect(try Program.run(["printed", start, "--today", "2023-06-28"]).status == 0)
    }
    before = isPrinted ? try Program.files(in: start) : [:]
    let end = "\(root)/end"
    if isPrinted { try FileManager.default.copyItem(atPath: start, toPath: end) }
    let clock = ContinuousClock.now
    #expect(try Program.packet(["\(root)/新.json"], to: end, ["--jobs", "2"]).status == 1)
    whole = ContinuousClock.now - clock
    after = try Program.files(in: end)
  }

  /// Puts the folder back to where it was.
  func reset() throws {
    try? FileManager.default.removeItem(atPath: out)
    if !before.isEmpty {
      try FileManager.default.copyItem(atPath: "\(root)/start", toPath: out)
    }
  }

  /// Waits until the run has made its first file.
  func waitForFiles(_ process: Process) {
    let staged = "\(out)/.yanyin/staged"
    while process.isRunning {
      if let names = try? FileManager.default.contentsOfDirectory(atPath: staged), !names.isEmpty {
        return
      }
      usleep(50)
    }
  }

  /// The run failed and left the folder as it was, its memory of paper too, and nothing else.
  func expectUntouched() throws {
    let files = try OutputFolder(path: out).names(withMemory: true)
    #expect(files == before.keys.sorted())
    for name in files { #expect(try OutputFolder(path: out).data(name) == before[name], "\(name)") }
    #expect(!FileManager.default.fileExists(atPath: "\(out)/.yanyin/staged"))
  }

  /// Every file is whole, old or new; without a journal the folder is one or the other.
  ///
  /// - Returns: Whether the run was putting files into place.
  func expectWhole() throws -> Bool {
    let files = try OutputFolder(path: out).names().reduce(into: [String: Data]()) {
      $0[$1] = try OutputFolder(path: out).data($1)
    }
    for (name, bytes) in files {
      #expect(bytes == before[name] || bytes == after[name], "\(name)")
    }
    if FileManager.default.fileExists(atPath: "\(out)/.yanyin/journal") { return true }
    func documents(_ files: [String: Data]) -> [String: Data] {
      files.filter { !$0.key.hasPrefix(".yanyin/") }
    }
    #expect(files == documents(before) || files == documents(after))
    return false
  }

  /// The next run ends with the bytes of one that nothing disturbed, and leaves nothing else.
  func expectCompleted() throws {
    #expect(try Program.run(arguments).status == 1)
    let files = try Program.files(in: out)
    #expect(files.keys.sorted() == after.keys.sorted())
    #expect(files == after)
    #expect(!FileManager.default.fileExists(atPath: "\(out)/.yanyin/staged"))
    #expect(try Program.run(["verify", out]).status == 0)
  }
}

extension SeasonFile {
  /// A bureau's school and one that sends its own receipt.
  static func beforeCorrection() -> SeasonFile {
    var season = SeasonFile.sample
    season.addSchool("丙校", type: "区直中职学校")
    season.addMajor("护理", of: "丙校", students: 2, courses: 2)
    return season
  }

  /// A later state of it: a value changed, a 册 withheld, another major new.
  static func afterCorrection() -> SeasonFile {
    var season = beforeCorrection()
    season.set("姓名", of: 0, to: "农木")
    season.set("操行", of: 5, to: "")
    season.addMajor("机电", of: "丙校", students: 1, courses: 2)
    return season
  }
}
