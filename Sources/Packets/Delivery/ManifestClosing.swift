internal import Diagnostics

/// The manifest that a run ends with, and what it makes of the earlier one.
struct ManifestClosing {
  /// The manifest's path in the folder of outputs.
  static let name = "manifest.json"

  /// What will lie in the folder; a filtered run keeps the lines of what it did not make.
  let manifest: Manifest
  /// The manifest as a file; nil where the same bytes lie there.
  let changed: [UInt8]?
  /// The files that an earlier run made and this one does not.
  let leftovers: [String]
  /// Earlier files that are outdated now, or go.
  let findings: [Diagnostic]

  init(
    _ context: RunContext,
    _ outcomes: [UnitOutcome],
    merged: [Manifest.Merged],
    in root: String,
    _ renewal: Renewal?
  ) throws {
    var manifest = Manifest(year: context.policy.year, revision: renderingRevision)
    for outcome in outcomes {
      manifest.documents += outcome.documents
      manifest.packets += outcome.packets
      manifest.withheld += outcome.withheld
    }
    if !merged.isEmpty { manifest.merged = merged }
    let bytes = try SystemFiles.contents(of: "\(root)/\(ManifestClosing.name)")
    var leftovers: [String] = []
    if outcomes.allSatisfy(\.isKept), merged.isEmpty, bytes == Array(manifest.json.utf8) {
      // Nothing was made anew, nothing goes.
      (self.manifest, changed, self.leftovers, findings) = (manifest, nil, [], [])
      return
    }
    if let scope = RunScope(context.options, units: outcomes) {
      if let earlier = bytes.flatMap({ Manifest(json: $0) }) {
        manifest = earlier.merged(with: manifest, scope: scope)
      }
    } else if let earlier = renewal?.manifestPaths
      ?? bytes.flatMap({ Manifest(json: $0) })?.paths
    {
      leftovers = manifest.leftovers(of: earlier)
    }
    let json = Array(manifest.json.utf8)
    self.manifest = manifest
    self.leftovers = leftovers
    changed = json == bytes ? nil : json
    findings = EarlierFiles.findings(
      outdated: manifest.outdatedPaths,
      removed: leftovers,
      root: root
    )
  }
}
