import Fingerprints
import Fonts
import Forms

/// What everything that a run makes depends on, whatever the school: the program, the templates, the
/// fonts, the libraries and the options.
enum RunBasis {
  /// SHA-256 of the canonical encoding; nil where the program cannot tell which build it is.
  ///
  /// The findings of an earlier run are shown again, and no revision number counts the rules: hence
  /// another build makes everything anew.
  static func digest(
    policy: PacketPolicy,
    options: RunOptions,
    fonts: FontSet,
    digests: FontDigests,
    showsPeople: Bool
  ) throws -> String? {
    guard let program = FileStamp.program else { return nil }
    var encoder = CanonicalEncoder()
    encoder.append([program.size, program.modified, program.inode].map { String($0) })
    try append(policy, options, fonts, digests, to: &encoder)
    // Some rules ask whether a day has come.
    encoder.append(options.today)
    encoder.append(showsPeople ? 1 : 0)
    return try Digest.sha256(encoder.bytes)
  }

  /// SHA-256 of what has a say in the bytes of outputs, but for the records and the day: the same on
  /// every machine that has the same templates, fonts and libraries.
  static func shared(
    policy: PacketPolicy,
    options: RunOptions,
    fonts: FontSet,
    digests: FontDigests
  ) throws -> String {
    var encoder = CanonicalEncoder()
    try append(policy, options, fonts, digests, to: &encoder)
    encoder.append(options.isDraft ? 1 : 0)
    encoder.append(options.isProof ? 1 : 0)
    for names in [options.cities, options.schools, options.forms] { encoder.append(names) }
    return try Digest.sha256(encoder.bytes)
  }

  private static func append(
    _ policy: PacketPolicy,
    _ options: RunOptions,
    _ fonts: FontSet,
    _ digests: FontDigests,
    to encoder: inout CanonicalEncoder
  ) throws {
    encoder.append(renderingRevision)
    policy.append(to: &encoder)
    encoder.append(fonts, digests: try digests.all())
    encoder.append(options.formats.map(\.rawValue).sorted())
    encoder.append(options.order.rawValue)
    encoder.append(options.volumes.rawValue)
    encoder.append(options.isDuplex ? 1 : 0)
  }
}

extension PacketPolicy {
  /// Writes the files that templates and rules of the season come from, and what the command line
  /// decides about them.
  fileprivate func append(to encoder: inout CanonicalEncoder) {
    encoder.append(options.copies.map { "\($0.key)=\($0.value)" }.sorted())
    encoder.append(options.variants.map { "\($0.key)=\($0.value)" }.sorted())
    encoder.append(library.packetFile.name)
    encoder.append(library.packetFile.bytes)
    for (name, template) in library.templates.sorted(by: { $0.key < $1.key }) {
      encoder.append(name)
      for dependency in template.dependencies {
        encoder.append(dependency.name)
        encoder.append(dependency.bytes)
      }
    }
  }
}
