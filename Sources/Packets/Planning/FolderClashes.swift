internal import Diagnostics
import Forms
import Records

/// Schools and bureaus whose files would lie under one name: an error, since one would overwrite the
/// other.
///
/// All of a clash are withheld, whichever of them are asked for. Letters that differ by case alone are
/// one name on the file systems of offices.
struct FolderClashes: Sendable {
  /// By the school's place in the season.
  private(set) var schools: [Int: Diagnostic] = [:]
  /// By the bureau's place in the season.
  private(set) var bureaus: [Int: Diagnostic] = [:]

  private enum Holder {
    case school(Int)
    case bureau(Int)
  }

  init(_ season: Season) {
    var holders: [ByteKey: [Holder]] = [:]
    // Of several names that clash the first is told.
    var order: [ByteKey] = []
    func hold(_ key: ByteKey, _ holder: Holder) {
      if holders[key] == nil { order.append(key) }
      holders[key, default: []].append(holder)
    }
    for (index, school) in season.schools.enumerated() {
      let place = RunContext.place(of: school)
      hold(FolderClashes.key(place.city, place.folder), .school(index))
    }
    for (index, bureau) in season.bureaus.enumerated() {
      // The forms of a bureau lie beside the folders of schools.
      let city = SafeName.component(bureau[BureauField.city])
      for form in ["receipt"] + Vocabulary.cityForms {
        for format in RunOptions.Format.allCases {
          let file = "\(FormTitles.title(form)).\(format.rawValue)"
          hold(FolderClashes.key(city, file), .bureau(index))
        }
      }
    }
    for key in order {
      guard let group = holders[key], group.count > 1 else { continue }
      for holder in group { add(holder, among: group, key.text, season) }
    }
  }

  private mutating func add(
    _ holder: Holder,
    among group: [Holder],
    _ path: String,
    _ season: Season
  ) {
    let (record, name) = FolderClashes.record(of: holder, season)
    let names = group.map { "“\(FolderClashes.record(of: $0, season).name)”" }
      .joined(separator: "、")
    let slot: Int
    let subject: Subject?
    switch holder {
    case .school:
      slot = SchoolField.name.rawValue
      subject = Subject(school: name, extent: .school)
    case .bureau:
      slot = BureauField.name.rawValue
      subject = nil
    }
    let source = Int(record.origin.source)
    let place =
      season.sources.indices.contains(source)
      ? season.sources[source].place(slot: slot, row: Int(record.origin.row)) : .none
    let finding = Diagnostic(
      .error,
      "P101",
      "\(names)的文件会放在同一处（\(path)），都不生成。请改正其中一个名称。",
      at: place,
      about: subject
    )
    switch holder {
    case .school(let index): schools[index] = schools[index] ?? finding
    case .bureau(let index): bureaus[index] = bureaus[index] ?? finding
    }
  }

  /// Whether a finding is one of these.
  static func reports(_ finding: Diagnostic) -> Bool { finding.code == "P101" }

  private static func record(of holder: Holder, _ season: Season) -> (record: Record, name: String)
  {
    switch holder {
    case .school(let index): (season.schools[index].record, season.schools[index].name)
    case .bureau(let index): (season.bureaus[index], season.bureaus[index][BureauField.name])
    }
  }

  private static func key(_ city: String, _ name: String) -> ByteKey { key("\(city)/\(name)") }

  /// A name as file systems of offices compare it: letters that differ by case alone are one.
  static func key(_ path: String) -> ByteKey {
    let path = path.unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar)
        ? Character(scalar.properties.lowercaseMapping) : Character(scalar)
    }
    return ByteKey(String(path))
  }
}
