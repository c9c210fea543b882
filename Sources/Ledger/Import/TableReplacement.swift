internal import Diagnostics
internal import Records

/// The new state of a table against the old one.
struct TableReplacement {
  private let address: TableAddress
  private let school: String?
  private let old: StoredTable
  private var new: [IncomingRecord]
  private let merge: TableMerge
  private let comparison: RecordComparison
  private let recordText: RecordText

  init(
    _ address: TableAddress,
    school: String?,
    old: StoredTable,
    new: [IncomingRecord],
    schema: RecordSchema,
    isReplaced: (TextKey) -> Bool
  ) throws {
    self.address = address
    self.school = school
    self.old = old
    self.new = new
    comparison = RecordComparison(address.kind, schema: schema)
    recordText = RecordText(schema[address.kind])
    var keys: [(key: TextKey, text: String)] = []
    keys.reserveCapacity(old.records.count)
    for record in old.records {
      keys.append((try comparison.identity(of: record.text).key, record.text))
    }
    merge = TableMerge(old: keys, new: new, isReplaced: { isReplaced(keys[$0].key) })
    // Fields that the schema of this run does not know stay as they are.
    for case .matched(let before, let after) in merge.steps {
      self.new[after].text = try comparison.text(
        new[after].text,
        keepingUnknownOf: old.records[before].text
      )
    }
  }

  private var texts: [String] {
    merge.steps.map { step in
      switch step {
      case .kept(let before): old.records[before].text
      case .matched(_, let after), .added(let after): new[after].text
      }
    }
  }

  /// Writes the new state; nil where it says the same as the old one, which then stays.
  func write(
    courses: [String],
    found: [(finding: Diagnostic, index: Int?)],
    corrected: CorrectedItems,
    to writer: inout LedgerWriter
  ) throws -> TableDifference? {
    // The position in the new table of each new and of each old record.
    var positions = [Int?](repeating: nil, count: new.count)
    var oldPositions: [Int64: Int] = [:]
    for (position, step) in merge.steps.enumerated() {
      switch step {
      case .kept(let before): oldPositions[old.records[before].entity] = position
      case .matched(_, let after), .added(let after): positions[after] = position
      }
    }
    let kept = old.listing.findings.compactMap { finding -> (ListedFinding, Int?)? in
      guard let entity = finding.entity, let position = oldPositions[entity] else { return nil }
      return (finding, position)
    }
    let fresh = found.map { finding, index in
      (
        ListedFinding(finding, entity: nil),
        index.flatMap { positions.indices.contains($0) ? positions[$0] : nil }
      )
    }
    let findings = kept + fresh
    let content = try TableContent.digest(texts, courses: courses, findings: findings)
    if content == old.content || merge.steps.isEmpty && old.id == nil { return nil }
    let difference = try difference(corrected: corrected)

    var listing = Listing(courses: courses)
    listing.members.reserveCapacity(merge.steps.count)
    for step in merge.steps { listing.members.append(try write(step, to: &writer)) }
    for index in merge.removed { try writer.endVersion(old.records[index].id) }
    listing.findings = findings.map { finding, position in
      var finding = finding
      finding.entity = position.map { listing.members[$0].entity }
      return finding
    }
    try writer.replace(
      old,
      with: listing,
      content: content,
      sharedKeys: try recordText.sharedKeys(of: texts, in: address.kind),
      kind: address.kind,
      school: address.school
    )
    return difference
  }

  private func write(
    _ step: TableMerge.Step,
    to writer: inout LedgerWriter
  ) throws -> Listing.Member {
    switch step {
    case .kept(let before): return old.listing.members[before]
    case .matched(let before, let after):
      let record = new[after]
      let earlier = old.records[before]
      if !earlier.text.utf8.elementsEqual(record.text.utf8) {
        try writer.endVersion(earlier.id)
        _ = try add(record, entity: earlier.entity, to: &writer)
      }
      return Listing.Member(entity: earlier.entity, origins: record.origins)
    case .added(let after):
      let entity = try add(new[after], entity: nil, to: &writer)
      return Listing.Member(entity: entity, origins: new[after].origins)
    }
  }

  private func add(
    _ record: IncomingRecord,
    entity: Int64?,
    to writer: inout LedgerWriter
  ) throws -> Int64 {
    try writer.addVersion(
      of: entity,
      school: record.school,
      kind: address.kind,
      person: record.person,
      text: record.text
    )
  }

  // MARK: In the words of the clerk

  private func difference(corrected: CorrectedItems) throws -> TableDifference {
    var difference = TableDifference(school: school, table: address.kind)
    if old.id == nil {
      difference.newCount = new.count
      return difference
    }
    for step in merge.steps {
      switch step {
      case .kept: break
      case .added(let after):
        difference.records.append(try record(new[after].text, .added))
      case .matched(let before, let after):
        let earlier = old.records[before]
        if earlier.text.utf8.elementsEqual(new[after].text.utf8) { continue }
        var fields = try comparison.differences(earlier.text, new[after].text)
        for index in fields.indices {
          fields[index].correctedIn = corrected.revision(
            of: earlier.entity,
            item: fields[index].item,
            value: fields[index].old
          )
        }
        difference.records.append(try record(earlier.text, .changed(fields)))
      }
    }
    for index in merge.removed {
      difference.records.append(try record(old.records[index].text, .removed))
    }
    try pair(&difference.records)
    difference.isReordered = merge.isReordered
    difference.isReadAnew = difference.records.isEmpty && !merge.isReordered
    return difference
  }

  private func record(_ text: String, _ change: RecordDifference.Change) throws -> RecordDifference
  {
    RecordDifference(label: try comparison.identity(of: text).label, change: change)
  }

  /// A person whose number was put right comes as one who goes and one who comes: says so where
  /// exactly one of each is equal but for the number.
  private func pair(_ records: inout [RecordDifference]) throws {
    let added = merge.steps.compactMap { step in
      if case .added(let after) = step { new[after].text } else { nil }
    }
    let removed = merge.removed.map { old.records[$0].text }
    guard !added.isEmpty, !removed.isEmpty else { return }
    func twins(_ texts: [String]) throws -> [TextKey: [String]] {
      var twins: [TextKey: [String]] = [:]
      for text in texts {
        guard let likeness = try comparison.likeness(of: text) else { continue }
        twins[likeness, default: []].append(try comparison.identity(of: text).label.idNumber)
      }
      return twins
    }
    let coming = try twins(added)
    for (likeness, numbers) in try twins(removed) where numbers.count == 1 {
      guard let others = coming[likeness], others.count == 1 else { continue }
      for index in records.indices {
        let number = records[index].label.idNumber
        switch records[index].change {
        case .added where number.utf8.elementsEqual(others[0].utf8):
          records[index].twin = numbers[0]
        case .removed where number.utf8.elementsEqual(numbers[0].utf8):
          records[index].twin = others[0]
        default: break
        }
      }
    }
  }
}
