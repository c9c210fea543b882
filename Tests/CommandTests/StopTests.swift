import Foundation
import TestTools
import Testing

@Suite("Runs that are stopped, and what a terminal shows")
struct StopTests {
  @Test(
    "a signal stops a run: the folder is as it was, and the status is that of the signal",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))]
  )
  func stop(signal: Int32, status: Int32) throws {
    let run = try DisturbedRun(isPrinted: true)
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    try run.reset()
    let errors = "\(run.root)/errors"
    try Data().write(to: URL(fileURLWithPath: errors))
    let process = try Program.start(
      run.arguments,
      errors: try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    )
    run.waitForFiles(process)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == status)
    let said = try String(contentsOfFile: errors, encoding: .utf8)
    #expect(said == "已停止：输出文件夹还是这次运行以前的样子。要做完，把同一条命令再运行一次。\n")
    try run.expectUntouched()
    try run.expectCompleted()
  }

  @Test("a signal at any moment leaves the folder as it was, or as it is to be")
  func moments() throws {
    let run = try DisturbedRun(isPrinted: true)
    defer { try? FileManager.default.removeItem(atPath: run.root) }
    for step in 0..<8 {
      try run.reset()
      let process = try Program.start(run.arguments)
      Thread.sleep(forTimeInterval: run.whole * Double(step) / 8 / .seconds(1))
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      // Before files are made there is nothing to end, and the signal itself ends the program.
      #expect(
        process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT
          || [1, 130].contains(process.terminationStatus)
      )
      #expect(try !run.expectWhole())
      #expect(!FileManager.default.fileExists(atPath: "\(run.out)/.yanyin/staged"))
    }
    try run.expectCompleted()
  }

  @Test("on a terminal: a bar with units, pages, their rate and the time that is left")
  func bar() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let terminal =
        "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
      let outcome = try Tool.run(
        "python3",
        [
          "-c", terminal, Program.path, "packet", "Examples", "--out", "\(folder)/out",
          "--today", "2023-07-01",
        ]
      )
      #expect(outcome.status == 0)
      let draws = outcome.output.components(separatedBy: "\r\u{1B}[2K")
      // Before the first drawing there is nothing, after the last the findings and the results.
      #expect(draws.first == "")
      let last = try #require(draws.dropLast().last)
      let line = #/^█{20} 5/5 26页 \d+页/秒 剩余0:00 /#
      #expect(last.firstMatch(of: line) != nil, "\(last)")
      #expect(draws.last?.contains("生成 27 个文件 26 页") == true)
      #expect(draws.allSatisfy { !$0.hasPrefix("[") })
    }
  }
}
