import Forms

extension Manifest {
  /// The files that an earlier manifest names and this one does not, as far as their paths stay inside
  /// the folder: what an earlier run made and the data no longer gives.
  func leftovers(of earlier: [String]) -> [String] {
    let kept = Set(paths.map(ByteKey.init))
    return earlier.filter { Manifest.isInside($0) && !kept.contains(ByteKey($0)) }
  }

  /// Whether a path stays inside the folder: a manifest may have been changed.
  static func isInside(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    let names = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let areNames = names.allSatisfy { name in
      !name.isEmpty && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
    }
    return areNames && !bytes.contains(0)
  }

  /// The files, documents first.
  var paths: [String] { files.map(\.path) }

  /// The files with their SHA-256, documents first.
  var files: [(path: String, sha256: String)] {
    documents.map { ($0.path, $0.sha256) } + packets.map { ($0.path, $0.sha256) }
      + (merged ?? []).map { ($0.path, $0.sha256) }
  }

  /// The files that must not be used any more, though they are whole.
  package var outdatedPaths: [String] {
    documents.filter { $0.outdated == true }.map(\.path)
      + packets.filter { $0.outdated == true }.map(\.path)
      + (merged ?? []).filter { $0.outdated == true }.map(\.path)
  }

  /// The manifest after a filtered run.
  ///
  /// Lines of files that the run made anew are replaced in their place, new ones follow, everything
  /// else is kept: such a run deletes nothing. What it was to make and did not (a 册 that is withheld
  /// now, a print file whose documents changed) is marked as outdated.
  func merged(with run: Manifest, scope: RunScope) -> Manifest {
    var result = self
    result.year = run.year
    result.revision = run.revision
    let fresh = Set(run.paths.map(ByteKey.init))
    let made = Set(run.documents.map(\.version))
    for index in documents.indices where !fresh.contains(ByteKey(documents[index].path)) {
      let line = documents[index]
      // The same document in another format is as good as new.
      if scope.covers(school: line.school, city: line.city, form: line.form),
        !made.contains(line.version)
      {
        result.documents[index].outdated = true
      }
    }
    let changed = changedCities(in: run, scope)
    for index in documents.indices where !fresh.contains(ByteKey(documents[index].path)) {
      let line = documents[index]
      // What a bureau gets about all its schools was not to be made, and still shows one that was.
      if line.school == nil, Vocabulary.cityForms.contains(line.form),
        changed.contains(ByteKey(line.city ?? ""))
      {
        result.documents[index].outdated = true
      }
    }
    for index in packets.indices where !fresh.contains(ByteKey(packets[index].path)) {
      let line = packets[index]
      if scope.covers(school: line.school, city: line.city),
        scope.makesPackets || changes(school: line.school, city: line.city, in: run, scope)
      {
        result.packets[index].outdated = true
      }
    }
    if let merged {
      result.merged = merged.map { line in
        var line = line
        if line.schools.contains(where: { packetsDiffer(of: $0, in: run, from: result, scope) }) {
          line.outdated = true
        }
        return line
      }
    }
    if let fresh = run.merged {
      result.merged = Manifest.merge(result.merged ?? [], fresh, by: \.path)
    }
    result.documents = Manifest.merge(result.documents, run.documents, by: \.path)
    result.packets = Manifest.merge(result.packets, run.packets, by: \.path)
    result.withheld =
      withheld.filter {
        guard let form = $0.form else { return !scope.covers(school: $0.school, city: $0.city) }
        return !scope.covers(school: $0.school, city: $0.city, form: form)
      } + run.withheld
    return result
  }

  /// Whether a run of single forms made other documents of a school than its print files hold.
  private func changes(
    school: String,
    city: String?,
    in run: Manifest,
    _ scope: RunScope
  ) -> Bool {
    func versions(_ manifest: Manifest) -> Set<DocumentVersion> {
      Set(
        manifest.documents.filter {
          $0.school?.hasSameBytes(as: school) == true && $0.city == city
            && $0.outdated != true && $0.form != "receipt"
            && scope.covers(school: school, city: city, form: $0.form)
        }.map(\.version)
      )
    }
    return versions(self) != versions(run)
  }

  /// The cities of schools of which the run made something that their bureau's lists count otherwise.
  private func changedCities(in run: Manifest, _ scope: RunScope) -> Set<ByteKey> {
    var cities: Set<ByteKey> = []
    var seen: Set<ByteKey> = []
    for line in documents + run.documents {
      guard let school = line.school, seen.insert(ByteKey("\(line.city ?? "")/\(school)")).inserted,
        !cities.contains(ByteKey(line.city ?? "")),
        scope.covers(school: school, city: line.city)
      else { continue }
      if countsOtherwise(school: school, city: line.city, in: run, scope) {
        cities.insert(ByteKey(line.city ?? ""))
      }
    }
    return cities
  }

  /// Whether a bureau's lists would show something else of a school.
  ///
  /// The checklist counts the same copies, sheets and certificates; a run of single forms makes none.
  private func countsOtherwise(
    school: String,
    city: String?,
    in run: Manifest,
    _ scope: RunScope
  ) -> Bool {
    guard scope.makesPackets else { return changes(school: school, city: city, in: run, scope) }
    func counted(_ manifest: Manifest) -> ([DocumentVersion], [Withheld]) {
      let lists = manifest.documents.filter {
        $0.school?.hasSameBytes(as: school) == true && $0.city == city && $0.form == "checklist"
          && $0.outdated != true
      }
      let withheld = manifest.withheld.filter {
        $0.school?.hasSameBytes(as: school) == true && $0.city == city
      }
      return (lists.map(\.version), withheld)
    }
    return counted(self) != counted(run)
  }

  /// Whether a school has other print files after a run than a file of all schools holds.
  private func packetsDiffer(
    of line: Merged.School,
    in run: Manifest,
    from marked: Manifest,
    _ scope: RunScope
  ) -> Bool {
    guard scope.covers(school: line.school, city: line.city) else { return false }
    func own(_ manifest: Manifest) -> [Packet] {
      manifest.packets.filter { $0.school.hasSameBytes(as: line.school) && $0.city == line.city }
    }
    if own(marked).contains(where: { $0.outdated == true }) { return true }
    return scope.makesPackets && own(self).map(\.sha256) != own(run).map(\.sha256)
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
}

/// A document with what it was made from, whatever its format.
private struct DocumentVersion: Hashable {
  var city: ByteKey
  var school: ByteKey
  var form: ByteKey
  var volume: ByteKey
  var fingerprint: String
}

extension Manifest.Document {
  fileprivate var version: DocumentVersion {
    DocumentVersion(
      city: ByteKey(city ?? ""),
      school: ByteKey(school ?? ""),
      form: ByteKey(form),
      volume: ByteKey(volume ?? ""),
      fingerprint: fingerprint
    )
  }
}
