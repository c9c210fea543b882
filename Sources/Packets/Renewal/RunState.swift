import Diagnostics

/// What a folder of outputs remembers of the runs that filled it, so that the next one leaves alone
/// what would come out the same: `DIR/.yanyin/made`.
///
/// It is a note and no truth: a run that cannot read it makes everything anew.
struct RunState: Sendable {
  /// What all units were made with (`RunBasis`).
  var basis = ""
  /// What was made, in the order of the plan.
  var units: [Unit] = []
  /// The manifest, where it names the files of the units and no others.
  var manifest: FileStamp?

  /// A school or a bureau.
  struct Unit: Sendable {
    /// Which school or bureau it is.
    var name: String
    /// SHA-256 of what it was made from, but for the basis.
    var mark: String
    /// What became of it.
    var outcome: UnitOutcome
    /// The files, in the order of the outcome's documents and packets.
    var stamps: [FileStamp]
  }

  private static func path(_ root: String) -> String { "\(root)/.yanyin/made" }

  /// What the folder remembers; nothing where it remembers nothing or another program's.
  static func read(_ root: String) -> RunState {
    guard let bytes = try? SystemFiles.contents(of: path(root)),
      let state = try? RunState(decoding: bytes)
    else { return RunState() }
    return state
  }

  /// Remembers, if the disk lets it: everything is in its place already, and a run without this makes
  /// more than it must but nothing else.
  func write(_ root: String) {
    try? SystemFiles.replace(RunState.path(root), with: encoded)
  }
}
