internal import Fingerprints

/// The SHA-256 of what a table says: values in order, courses, and what reading found.
///
/// Equal exactly for tables of which everything that is printed is equal; where the rows were read
/// does not count.
enum TableContent {
  static func digest(
    _ texts: some Sequence<String>,
    courses: [String],
    findings: [(finding: ListedFinding, index: Int?)]
  ) throws -> String {
    let digest = try Digest()
    var encoder = CanonicalEncoder()
    for text in texts {
      encoder.append(text)
      encoder.drain(into: digest)
    }
    encoder.append(-1)
    encoder.append(courses)
    for (finding, index) in findings {
      encoder.append(finding.code)
      encoder.append(finding.severity)
      encoder.append(finding.isAboutSchool ? -2 : index ?? -1)
      encoder.append(finding.fields)
    }
    encoder.drain(into: digest, atLeast: 0)
    return digest.finish()
  }
}
