import Foundation
import TestTools
import Testing

@Suite("Runs that are killed")
struct KillTests {
  /// Numbers that look random and are the same in every run of the tests.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }

  @Test(
    "at any moment: every file is whole, and the next run ends as if nothing had been",
    arguments: [false, true]
  )
  func moments(isPrinted: Bool) throws {
    let trial = try DisturbedRun(isPrinted: isPrinted)
    defer { try? FileManager.default.removeItem(atPath: trial.root) }
    var dice = Dice(state: isPrinted ? 622 : 2023)
    let journal = "\(trial.out)/.yanyin/journal"
    var caught = 0
    try trial.reset()
    for number in 0..<50 {
      let wait = trial.whole * Double.random(in: 0...1, using: &dice)
      let more = Duration.microseconds(Int.random(in: 0...1500, using: &dice))
      try Program.kill(trial.arguments) { (isRunning) in
        if number % 2 == 0 { return Thread.sleep(forTimeInterval: wait / .seconds(1)) }
        // Into the short while in which files are replaced.
        while isRunning(), unsafe access(journal, F_OK) != 0 { usleep(50) }
        Thread.sleep(forTimeInterval: more / .seconds(1))
      }
      if try trial.expectWhole() {
        caught += 1
        if caught == 1 {
          let verification = try Program.run(["verify", trial.out])
          #expect(verification.status == 1)
          #expect(verification.output.contains("运行没有结束"))
          #expect(!verification.output.contains("已改动"))
          #expect(!verification.output.contains("缺少"))
          let mark = try Program.run(["printed", trial.out])
          // Killed before the first manifest was in its place, there is none.
          #expect(mark.status == 1 || !isPrinted && mark.status == 66)
        }
      }
      // A run over what one killed run left, and over what several did.
      if number % 4 == 3 {
        try trial.expectCompleted()
        try trial.reset()
      }
    }
    #expect(caught > 0)
    let pdfs = try OutputFolder(path: "\(trial.root)/end").pdfs()
    for name in pdfs {
      #expect(try Tool.run("qpdf", ["--check", "\(trial.root)/end/\(name)"]).status == 0)
    }
  }
}
