internal import Records

/// Which school a table without 学校名称 belongs to where the input holds several: the only one whose
/// 学校 row stands in the same workbook, else the only one in the same folder.
struct SchoolNeighbours {
  /// The school of a file or folder; nil where it holds several.
  private var schools: [[UInt8]: Int?] = [:]

  /// No school is known.
  init() {}

  /// The files and folders of the 学校 rows of a season.
  init(_ season: Season) {
    for (index, school) in season.schools.enumerated() {
      let source = Int(school.record.origin.source)
      guard season.sources.indices.contains(source) else { continue }
      let file = Array(season.sources[source].file.utf8)
      note(index, at: file)
      note(index, at: SchoolNeighbours.folder(of: file))
    }
  }

  private mutating func note(_ school: Int, at place: [UInt8]) {
    if let known = schools[place] {
      if known != school { schools[place] = .some(nil) }
    } else {
      schools[place] = .some(school)
    }
  }

  /// The school of the file's tables; nil where neither the file nor its folder tells.
  func school(of file: String) -> Int? {
    let file = Array(file.utf8)
    if let school = schools[file] { return school }
    return schools[SchoolNeighbours.folder(of: file)] ?? nil
  }

  /// The folder with its slash, so that it is never a file's name.
  private static func folder(of file: [UInt8]) -> [UInt8] {
    guard let slash = file.lastIndex(of: UInt8(ascii: "/")) else { return [UInt8(ascii: "/")] }
    return Array(file[...slash])
  }
}
