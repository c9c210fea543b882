import Diagnostics
import Fingerprints
import Records

/// Tells seasons apart that were read as a whole, wherever their files lie.
enum SeasonDigest {
  /// SHA-256 over all records and the errors that were found in them.
  static func of(_ season: Season, _ findings: [Diagnostic]) throws -> String {
    let digest = try Digest()
    var encoder = CanonicalEncoder()
    append([season.bureaus, season.exemptions], to: &encoder)
    encoder.append(season.schools.count)
    for school in season.schools {
      append(TableKind.allCases.map { school[$0] }, to: &encoder)
      append(school.scores, to: &encoder)
      encoder.drain(into: digest)
    }
    // A value that reading found destroyed may look sound afterwards.
    for finding in findings where finding.severity == .error {
      encoder.append([finding.code, finding.subject?.school ?? ""])
    }
    encoder.drain(into: digest, atLeast: 1)
    return digest.finish()
  }

  private static func append(_ tables: [[Record]], to encoder: inout CanonicalEncoder) {
    for records in tables {
      encoder.append(records.count)
      for record in records { encoder.append(record.values) }
    }
  }

  private static func append(_ scores: ScoreBook, to encoder: inout CanonicalEncoder) {
    encoder.append(scores.courseNames)
    encoder.append(scores.sheets.count)
    for sheet in scores.sheets {
      encoder.append([sheet.idNumber, sheet.name])
      encoder.append(sheet.entries.count)
      for entry in sheet.entries {
        encoder.append(entry.course)
        encoder.append([entry.term, entry.score, entry.makeup])
      }
    }
  }
}
