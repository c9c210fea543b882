import Records

/// Sheets of one copy that are taken out of the pile and put into it.
struct SheetChange: Sendable {
  var document: DocumentKey
  var paper: String
  /// Which copy, from 1; nil for slips.
  var copy: Int?
  /// The old pages; nil where nothing is taken out.
  var taken: Span?
  /// The new pages; nil where nothing is put in.
  var added: Span?
  /// The seals to be set again.
  var seals: [String]
  /// 毕业证书编号 of the people whose values changed on these pages.
  var certificates: [String]
  /// The sheets to print: sides of an index into the new state's documents and a page from 1, or 0
  /// for a side without print.
  var prints: [[(document: Int, page: Int)]]
  /// Why the old sheets stay for now; nil where they are to be taken out.
  var hold: String?

  /// Pages of a document one after another.
  struct Span: Sendable {
    var first: Int
    var last: Int
    /// How many pages the document has.
    var total: Int
    /// Sheets of paper.
    var sheets: Int
  }
}

/// What two states of a school's pile differ in, sheet by sheet.
struct SheetComparison {
  private let old: PrintedSchool
  private let new: PrintedSchool
  private let values: [ValueChange]
  /// The changes in the order of the pile.
  private(set) var changes: [SheetChange] = []

  /// A sheet by what is printed on its sides.
  private typealias Sheet = ArraySlice<Int>

  init(from old: PrintedSchool, to new: PrintedSchool, values: [ValueChange]) {
    self.old = old
    self.new = new
    self.values = values
    compareAll()
  }

  private struct CopyKey: Hashable {
    var document: DocumentKey
    var number: Int
  }

  private static func key(_ copy: PrintedCopy, in school: PrintedSchool) -> CopyKey {
    CopyKey(document: school.documents[copy.document].key, number: copy.number)
  }

  private mutating func compareAll() {
    var known: [CopyKey: Int] = [:]
    for (place, copy) in old.copies.enumerated() {
      known[SheetComparison.key(copy, in: old)] = place
    }
    let kept = Set(new.copies.map { SheetComparison.key($0, in: new) })
    var next = 0
    /// Copies that are gone are named where they lay.
    func takeGone(until place: Int) -> [PrintedCopy] {
      guard next < place else { return [] }
      defer { next = place }
      return old.copies[next..<place].filter { !kept.contains(SheetComparison.key($0, in: old)) }
    }
    for copy in new.copies {
      let place = known[SheetComparison.key(copy, in: new)]
      if let place { for gone in takeGone(until: place) { compare(gone, nil) } }
      compare(place.map { old.copies[$0] }, copy)
    }
    for gone in takeGone(until: old.copies.count) { compare(gone, nil) }
  }

  private mutating func compare(_ before: PrintedCopy?, _ after: PrintedCopy?) {
    let taken = before?.sheets ?? []
    let added = after?.sheets ?? []
    let count = max(taken.count, added.count)
    let differing = (0..<count).filter { place in
      guard let before, let after, place < taken.count, place < added.count else { return true }
      return !isSame(taken[place], of: before, added[place], of: after)
    }
    // Sheets with other seals stand on a line of their own, where sheet stands against sheet.
    let isAligned = taken.count == added.count
    var start = 0
    while start < differing.count {
      var end = start + 1
      while end < differing.count, differing[end] == differing[end - 1] + 1,
        !isAligned
          || isSealed(added[differing[end]], of: after)
            == isSealed(added[differing[start]], of: after)
      {
        end += 1
      }
      add(differing[start]...differing[end - 1], before, taken, after, added)
      start = end
    }
  }

  private func isSame(
    _ left: Sheet,
    of before: PrintedCopy,
    _ right: Sheet,
    of after: PrintedCopy
  )
    -> Bool
  {
    let one = old.documents[before.document]
    let other = new.documents[after.document]
    guard left.count == right.count, one.paper.hasSameBytes(as: other.paper) else { return false }
    return zip(left, right).allSatisfy { page, twin in
      guard page > 0, twin > 0 else { return page == twin }
      return one.pages[page - 1].fingerprint == other.pages[twin - 1].fingerprint
    }
  }

  private func isSealed(_ sheet: Sheet, of copy: PrintedCopy?) -> Bool {
    guard let copy else { return false }
    let pages = new.documents[copy.document].pages
    return sheet.contains { $0 > 0 && pages[$0 - 1].isSealed }
  }

  private mutating func add(
    _ range: ClosedRange<Int>,
    _ before: PrintedCopy?,
    _ taken: [Sheet],
    _ after: PrintedCopy?,
    _ added: [Sheet]
  ) {
    let takenSheets = taken.indices.filter(range.contains).map { taken[$0] }
    let addedSheets = added.indices.filter(range.contains).map { added[$0] }
    let oldDocument = before.map { old.documents[$0.document] }
    let newDocument = after.map { new.documents[$0.document] }
    guard let document = newDocument ?? oldDocument, let copy = after ?? before else { return }
    let isHeld = newDocument == nil && new.withholds(document.key)
    changes.append(
      SheetChange(
        document: document.key,
        paper: document.paper,
        copy: document.isSlip ? nil : copy.number,
        taken: span(takenSheets, of: oldDocument),
        added: span(addedSheets, of: newDocument),
        seals: newDocument.map { seals(of: $0, addedSheets, after) } ?? [],
        certificates: certificates(oldDocument, takenSheets, newDocument, addedSheets),
        prints: after.map { after in
          addedSheets.map { sheet in sheet.map { (document: after.document, page: $0) } }
        } ?? [],
        hold: isHeld ? "未生成，暂不取出" : nil
      )
    )
  }

  private func span(_ sheets: [Sheet], of document: PrintedDocument?) -> SheetChange.Span? {
    let pages = sheets.flatMap { $0.filter { $0 > 0 } }
    guard let document, let first = pages.min(), let last = pages.max() else { return nil }
    return SheetChange.Span(
      first: first,
      last: last,
      total: document.pages.count,
      sheets: sheets.count
    )
  }

  /// 落款章 where the page that bears them is printed anew, 骑缝章 whenever a sheet is.
  private func seals(
    of document: PrintedDocument,
    _ sheets: [Sheet],
    _ copy: PrintedCopy?
  )
    -> [String]
  {
    guard !sheets.isEmpty else { return document.seals.filter(SheetComparison.isAcross) }
    let isSealed = sheets.contains { self.isSealed($0, of: copy) }
    return document.seals.filter { isSealed || SheetComparison.isAcross($0) }
  }

  /// A seal that is set across the edges of all sheets of a copy.
  private static func isAcross(_ seal: String) -> Bool { seal.hasPrefix("骑缝") }

  private func certificates(
    _ oldDocument: PrintedDocument?,
    _ taken: [Sheet],
    _ newDocument: PrintedDocument?,
    _ added: [Sheet]
  ) -> [String] {
    let here =
      people(on: added, of: newDocument, in: new) + people(on: taken, of: oldDocument, in: old)
    guard !here.isEmpty else { return [] }
    let keys = Set(here.map(ByteKey.init))
    var numbers: [String] = []
    for change in values where change.table == .graduate {
      guard keys.contains(ByteKey(change.key)) || keys.contains(ByteKey(change.earlierKey)) else {
        continue
      }
      for number in change.certificates where !numbers.contains(where: number.hasSameBytes) {
        numbers.append(number)
      }
    }
    return numbers.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The keys of the graduates on some sheets.
  private func people(
    on sheets: [Sheet],
    of document: PrintedDocument?,
    in school: PrintedSchool
  )
    -> [String]
  {
    guard let document,
      let table = school.tables.first(where: {
        $0.kind == .graduate && school.documents[$0.document].key == document.key
      })
    else { return [] }
    return sheets.flatMap { sheet in
      sheet.filter { $0 > 0 }.flatMap { document.pages[$0 - 1].graduates }
    }.filter(table.rows.indices.contains).map { table.rows[$0].key }
  }
}

extension PrintedSchool {
  /// Whether a document is missing because of errors, alone or with the whole school.
  func withholds(_ key: DocumentKey) -> Bool {
    withheld.contains { entry in
      entry == key || entry.form.isEmpty
        || entry.form.hasSameBytes(as: key.form) && entry.volume.isEmpty
    }
  }
}
