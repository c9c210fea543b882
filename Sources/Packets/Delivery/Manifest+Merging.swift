extension Manifest {
  /// The files that this manifest names and another does not, as far as their paths stay inside the
  /// folder: what an earlier run made and the data no longer gives.
  func files(notIn other: Manifest) -> [String] {
    let kept = Set(other.paths.map(ByteKey.init))
    return paths.filter { path in
      let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      return isInside && !kept.contains(ByteKey(path))
    }
  }

  private var paths: [String] { documents.map(\.path) + packets.map(\.path) }

  /// The manifest after a filtered run: lines of files that the run made anew are replaced in their
  /// place, new ones follow, and everything else is kept.
  func merged(with run: Manifest, units: [UnitOutcome]) -> Manifest {
    var result = self
    result.year = run.year
    result.revision = run.revision
    result.documents = Manifest.merge(documents, run.documents, by: \.path)
    result.packets = Manifest.merge(packets, run.packets, by: \.path)
    let made = Set(run.documents.map { Manifest.key($0.school, $0.form, $0.volume) })
    let withheldNow = Set(run.withheld.map { Manifest.key($0.school, $0.form, $0.volume) })
    result.withheld =
      withheld.filter {
        let key = Manifest.key($0.school, $0.form, $0.volume)
        return !made.contains(key) && !withheldNow.contains(key)
      } + run.withheld
    return result
  }

  private static func merge<Line>(
    _ old: [Line],
    _ new: [Line],
    by path: (Line) -> String
  )
    -> [Line]
  {
    var result = old
    var positions: [ByteKey: Int] = [:]
    for (index, line) in old.enumerated() { positions[ByteKey(path(line))] = index }
    for line in new {
      if let position = positions[ByteKey(path(line))] {
        result[position] = line
      } else {
        result.append(line)
      }
    }
    return result
  }

  private static func key(_ school: String?, _ form: String?, _ volume: String?) -> ByteKey {
    ByteKey("\(school ?? "")\u{1F}\(form ?? "")\u{1F}\(volume ?? "")")
  }
}
