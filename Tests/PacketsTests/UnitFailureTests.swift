import Foundation
import Testing

@testable import Packets

@Suite("What ends one school, and what ends a run")
struct UnitFailureTests {
  private struct Surprise: Error {}

  @Test("an error that nobody knows is the program's, and ends the school")
  func alone() {
    #expect(UnitFailure(Surprise())?.cause == .software)
    #expect(UnitFailure(UnitFailure(input: "台账已损坏。"))?.cause == .input)
    for code in [EISDIR, ENOTDIR] {
      #expect(UnitFailure(OutputFailure(step: .create, path: "a", code: code))?.cause == .place)
    }
  }

  @Test(
    "a full disk, a folder that is gone, a lost state of paper or an end that was asked for: all",
    arguments: [
      OutputFailure(step: .transfer, path: "a", code: ENOSPC),
      OutputFailure(step: .create, path: "a", code: ENOENT),
      OutputFailure(step: .create, path: "a", code: EROFS),
      PrintStateFailure(path: "a"), CancellationError(),
    ] as [any Error]
  )
  func together(error: any Error) {
    #expect(UnitFailure(error) == nil)
  }
}
