import DocumentModel
import Fingerprints
import Fonts
import Forms
import Typesetting

/// The rendering revision: a number that changes exactly when the program makes other bytes of the
/// same inputs.
package let renderingRevision = 1

/// The fingerprint of everything that a document is made from: its data, the closure of its
/// template, the fonts, the copy rule, the rendering revision and the libraries at run time.
enum DocumentFingerprint {
  /// SHA-256 of the canonical encoding, in hexadecimal digits.
  static func of(
    _ plan: PlannedDocument,
    fonts: FontSet,
    digests: FontDigests,
    isDraft: Bool
  ) throws -> String {
    let digest = try Digest()
    var encoder = CanonicalEncoder()
    encoder.append(renderingRevision)
    encoder.append(isDraft ? 1 : 0)
    encoder.append(plan.form)
    encoder.append(plan.volume ?? "")
    encoder.append(plan.copies)
    for dependency in plan.template.dependencies {
      encoder.append(dependency.name)
      encoder.append(dependency.bytes)
    }
    encoder.append(fonts, digests: try digests.all())
    encoder.append(plan.data.roots.count)
    for root in plan.data.roots { append(root, to: &encoder, digest) }
    encoder.drain(into: digest, atLeast: 1)
    return digest.finish()
  }

  /// Writes what a template may read of an entity, a long one piece by piece.
  static func append(
    _ entity: Entity,
    to encoder: inout CanonicalEncoder,
    _ digest: borrowing Digest
  ) {
    encoder.append(entity.stored)
    encoder.append(entity.derived)
    encoder.append(entity.lists.count)
    for list in entity.lists { encoder.append(list) }
    encoder.append(entity.collections.count)
    for collection in entity.collections {
      encoder.append(collection.count)
      for index in 0..<collection.count {
        append(collection[index], to: &encoder, digest)
        encoder.drain(into: digest)
      }
    }
  }
}

extension CanonicalEncoder {
  /// Writes what decides how characters look: font files, which role tries them, and the libraries.
  mutating func append(_ fonts: FontSet, digests: [String]) {
    append(fonts.faces.count)
    for (face, digest) in zip(fonts.faces, digests) {
      append(face.collectionIndex)
      append(digest)
    }
    for role in fonts.arrangement {
      append(role.count)
      for face in role { append(face) }
    }
    for library in FontSet.libraryVersions + Typesetter.libraryVersions {
      append(library.name)
      append(library.version)
    }
  }
}
