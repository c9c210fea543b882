internal import Compression
package import Diagnostics
internal import DocumentModel

/// The fonts of a run: which face draws which character in which role, and subsets of the faces.
///
/// Every role falls back to Song, and Song to the fonts of rare characters. The office's own fonts
/// stand before ours. Shared by all threads.
package final class FontSet: Sendable {
  /// All faces: ours first, then the office's.
  ///
  /// Entries of glyph tables and runs of frames name a face by its index here.
  package let faces: [Face]
  /// What typesetting needs of the fonts.
  package let metrics: TypeMetrics
  /// Which faces are tried for which role, ours and the office's: part of what decides how a text
  /// looks.
  package let arrangement: [[Int]]
  let subsets: SubsetCache

  /// Loads the fonts that `directory` maps to roles in its `fonts.txt`, and before them those of
  /// `overrides` (see `RoleMap` for how they are recognised).
  ///
  /// What cannot be used of `overrides` is reported (F001 to F006): whoever asked for the office's
  /// fonts must not get ours, so an error among them ends the run. A font of our own that cannot be
  /// used is thrown.
  package init(
    directory: String,
    overrides: String? = nil,
    sink: inout DiagnosticSink
  )
    throws(FontError)
  {
    var loader = FaceLoader()
    guard let own = FontFolder(path: directory, sink: &sink) else {
      throw FontError(file: directory, reason: "读不到这个字体文件夹")
    }
    var roles = FaceRole.allCases.map { _ in [Int]() }
    for role in FaceRole.allCases {
      for entry in own.roles[role] {
        roles[Int(role.rawValue)].append(try loader.load(entry, in: own.path))
      }
    }
    var rare: [Int] = []
    for entry in own.roles.rare { rare.append(try loader.load(entry, in: own.path)) }
    guard !roles[Int(FaceRole.song.rawValue)].isEmpty else {
      throw FontError(file: directory, reason: "fonts.txt 里没有 song（宋体）")
    }

    var office = FaceRole.allCases.map { _ in [Int]() }
    var officeRare: [Int] = []
    if let overrides {
      let folder = FontFolder(path: overrides, sink: &sink)
      FontSet.report(folder, path: overrides, to: &sink)
      if let folder {
        for role in FaceRole.allCases {
          office[Int(role.rawValue)] = folder.roles[role].compactMap {
            loader.load($0, in: folder.path, sink: &sink)
          }
        }
        officeRare = folder.roles.rare.compactMap { loader.load($0, in: folder.path, sink: &sink) }
      }
    }

    faces = loader.faces
    arrangement = roles + [rare] + office + [officeRare]
    metrics = FontSet.metrics(
      faces: loader.faces,
      own: roles,
      rare: rare,
      office: office,
      officeRare: officeRare
    )
    subsets = SubsetCache(faces: loader.faces)
  }

  /// What is embedded of a face for CIDs in ascending order.
  ///
  /// Cached; the same set gives the same bytes. Throws where the font file is broken.
  package func subset(face: Int, cids: [UInt16]) throws(FontError) -> SubsetFont {
    try subsets.subset(face: face, cids: cids)
  }

  /// Versions of the libraries that decide how subsets and streams look, for fingerprints.
  package static var libraryVersions: [(name: String, version: String)] {
    [("harfbuzz", Subsetter.version), ("libdeflate", Compressor.version)]
  }

  private static func report(_ folder: FontFolder?, path: String, to sink: inout DiagnosticSink) {
    guard let folder else {
      sink.report(
        Diagnostic(
          .error,
          "F001",
          "读不到字体文件夹「\(path)」，请检查 --fonts 后面的路径和权限",
          at: .file(path)
        )
      )
      return
    }
    guard folder.roles.isEmpty else { return }
    sink.report(
      Diagnostic(
        .warning,
        "F005",
        "字体文件夹「\(path)」里没有认得的字体（如 simsun.ttc、simfang.ttf、simkai.ttf、simhei.ttf、"
          + "FZXBSJW.ttf）；可在其中放一个 fonts.txt 写明，如「song = 文件名」",
        at: .file(path)
      )
    )
  }

  private static func metrics(
    faces: [Face],
    own: [[Int]],
    rare: [Int],
    office: [[Int]],
    officeRare: [Int]
  ) -> TypeMetrics {
    func chain(_ indices: [Int]) -> [(index: UInt8, face: Face)] {
      var seen: Set<Int> = []
      return indices.filter { seen.insert($0).inserted }.map { (UInt8($0), faces[$0]) }
    }
    let song = Int(FaceRole.song.rawValue)
    // The office's font of rare characters also has Latin letters: it goes before our Song only
    // behind the office's own Song, so that these letters are not taken from it.
    let songChain =
      office[song].isEmpty
      ? own[song] + officeRare + rare : office[song] + officeRare + own[song] + rare
    let base = GlyphTable(faces: chain(songChain), over: nil)
    let tables = FaceRole.allCases.map { role in
      let front = role == .song ? [] : office[Int(role.rawValue)] + own[Int(role.rawValue)]
      return front.isEmpty ? base : GlyphTable(faces: chain(front), over: base)
    }
    return TypeMetrics { tables[Int($0.rawValue)] }
  }
}
