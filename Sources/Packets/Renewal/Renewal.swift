import Fingerprints
import Forms
import Records

/// Decides which units of a run an earlier one has made already, and keeps what this one makes.
///
/// A unit is left alone where it would be made from the same bytes with the same program, and where
/// all its files lie there as they were written.
struct Renewal: Sendable {
  private let root: String
  private let basis: String
  private let earlier: RunState
  private let places: [ByteKey: Int]
  /// The files that the folder's manifest names; nil where only the manifest itself can say.
  let manifestPaths: [String]?
  private let index: PrintIndex
  private let makesStates: Bool

  /// The renewal of a run; nil where nothing may be kept: of drafts, proof lists, runs of single forms,
  /// and where records have no marks.
  init?(_ context: RunContext, index: PrintIndex) throws {
    let options = context.options
    guard let delivery = context.delivery, let digests = context.digests, context.schools != nil,
      options.forms.isEmpty, !options.isDraft, !options.isProof,
      let basis = try RunBasis.digest(
        policy: context.policy,
        options: options,
        fonts: context.fonts,
        digests: digests,
        showsPeople: context.showsPeople
      )
    else { return nil }
    root = delivery.root
    self.basis = basis
    self.index = index
    makesStates = context.recorder != nil
    let state = RunState.read(root)
    earlier = state.basis == basis ? state : RunState()
    // Whatever the files were made with, these are the files.
    if let manifest = state.manifest, manifest == FileStamp("\(root)/manifest.json") {
      manifestPaths = state.units.flatMap(\.outcome.paths)
    } else {
      manifestPaths = nil
    }
    var places: [ByteKey: Int] = [:]
    for (place, unit) in earlier.units.enumerated() { places[ByteKey(unit.name)] = place }
    self.places = places
  }

  /// The name of a unit and the SHA-256 of what it is made from.
  struct Mark: Sendable {
    var name: String
    var digest: String
  }

  /// The mark of a school.
  static func mark(ofSchool index: Int, in context: RunContext) throws -> Mark? {
    guard let source = context.schools, source.marks.indices.contains(index),
      context.clashes.schools[index] == nil
    else { return nil }
    let school = context.season.schools[index]
    // Errors in the rows of the season, another row of the same school among them.
    var encoder = CanonicalEncoder()
    encoder.append(source.marks[index])
    encoder.append(context.withholding.marks(ofSchool: school.name))
    return Mark(name: "学校 \(school.name)", digest: try Digest.sha256(encoder.bytes))
  }

  /// The mark of a bureau's receipt.
  static func mark(of run: ReceiptRun, in context: RunContext) throws -> Mark? {
    guard let plan = run.plan, context.clashes.bureaus[run.index] == nil else { return nil }
    var encoder = CanonicalEncoder()
    encoder.append(run.bureau.values)
    encoder.append(run.errors(of: plan))
    for (index, school) in run.schools {
      encoder.append(index)
      encoder.append(school.record.values)
      encoder.append(run.values[index] ?? [])
    }
    return Mark(
      name: "主管单位 \(run.bureau[BureauField.city]) \(run.bureau[BureauField.name])",
      digest: try Digest.sha256(encoder.bytes)
    )
  }

  /// The mark of a bureau's lists of schools: all that they show.
  static func mark(of run: CityRun, in context: RunContext) throws -> Mark? {
    guard let first = run.plans.first, context.clashes.bureaus[run.index] == nil else { return nil }
    let digest = try Digest()
    var encoder = CanonicalEncoder()
    for errors in run.errors { encoder.append(errors) }
    for root in first.data.roots { DocumentFingerprint.append(root, to: &encoder, digest) }
    encoder.drain(into: digest, atLeast: 1)
    let bureau = context.season.bureaus[run.index]
    return Mark(
      name: "各表 \(bureau[BureauField.city]) \(bureau[BureauField.name])",
      digest: digest.finish()
    )
  }

  /// What became of a unit in an earlier run, where nothing of it would come out otherwise.
  func kept(_ mark: Mark) -> UnitOutcome? {
    guard let place = places[ByteKey(mark.name)] else { return nil }
    let unit = earlier.units[place]
    guard unit.mark == mark.digest, isOnPaperIndex(unit.outcome) else { return nil }
    for (path, stamp) in zip(unit.outcome.paths, unit.stamps)
    where FileStamp("\(root)/\(path)") != stamp {
      return nil
    }
    var outcome = unit.outcome
    outcome.isKept = true
    outcome.mark = mark
    return outcome
  }

  /// Whether the folder still knows the state of the school's packet, which reprints are made from.
  private func isOnPaperIndex(_ outcome: UnitOutcome) -> Bool {
    guard makesStates, let school = outcome.school, !outcome.packets.isEmpty else { return true }
    guard let entry = index[school], entry.current != nil else { return false }
    return entry.packets.count == outcome.packets.count
      && outcome.packets.allSatisfy { entry.packets[$0.path] == $0.sha256 }
  }

  /// Keeps what a run made, with that of earlier runs which it was not asked for.
  ///
  /// `hasOthers` says whether the manifest names files that belong to no unit.
  func save(_ outcomes: [UnitOutcome], isWhole: Bool, hasOthers: Bool) {
    let isUnchanged = outcomes.allSatisfy(\.isKept)
    guard !isUnchanged || isWhole && outcomes.count != earlier.units.count else { return }
    var state = RunState(basis: basis)
    var made: Set<ByteKey> = []
    for outcome in outcomes {
      guard let mark = outcome.mark, made.insert(ByteKey(mark.name)).inserted else { continue }
      let stamps = outcome.paths.compactMap { FileStamp("\(root)/\($0)") }
      guard stamps.count == outcome.paths.count else { continue }
      state.units.append(
        RunState.Unit(name: mark.name, mark: mark.digest, outcome: outcome, stamps: stamps)
      )
    }
    if isWhole {
      if state.units.count == outcomes.count, !hasOthers {
        state.manifest = FileStamp("\(root)/manifest.json")
      }
    } else {
      state.units += earlier.units.filter { !made.contains(ByteKey($0.name)) }
    }
    state.write(root)
  }
}

extension UnitOutcome {
  /// The files, documents first.
  var paths: [String] { documents.map(\.path) + packets.map(\.path) }
}
