internal import Diagnostics
import PDFOutput

/// Everything in which the folder differs from paper, school by school.
struct ReprintSet {
  /// The schools that differ, in the order of the index.
  private(set) var schools: [Changed] = []
  /// What a reader must know: pages that could not be put into the reprint files.
  private(set) var findings: [Diagnostic] = []

  /// A school that differs.
  struct Changed {
    /// The state whose names and facts stand on the list: the folder's, or paper's where the folder
    /// has none.
    var school: PrintedSchool
    var sheets: [SheetChange]
    var values: [ValueChange]
    var pages: PageArchive
  }

  /// A set of known differences.
  init(schools: [Changed]) {
    self.schools = schools
  }

  init(_ index: PrintIndex, store: PrintStore, faces: [String]) throws {
    var isNewer = false
    for entry in index.schools {
      guard let printed = entry.printed, printed != entry.current else { continue }
      let old = try store.state(printed)
      guard let current = entry.current else {
        schools.append(ReprintSet.missing(old, isGone: entry.isGone))
        continue
      }
      let new = try store.state(current)
      let comparison = SchoolComparison(from: old, to: new)
      guard !comparison.sheets.isEmpty else { continue }
      isNewer = isNewer || old.revision != new.revision
      schools.append(
        Changed(
          school: new,
          sheets: comparison.sheets,
          values: comparison.values,
          pages: try pages(of: entry, store: store, faces: faces)
        )
      )
    }
    if isNewer { findings.append(ReprintSet.newerProgram) }
  }

  private mutating func pages(
    of entry: PrintIndex.Entry,
    store: PrintStore,
    faces: [String]
  ) throws -> PageArchive {
    guard let name = entry.pages else { return PageArchive([:]) }
    do {
      if let pages = try PageArchive(decoding: try store.bytes(name), faces: faces) { return pages }
    } catch is StateDecoder.Malformed {
      throw PrintStateFailure(path: "\(store.root)/.yanyin")
    }
    findings.append(
      Diagnostic(
        .warning,
        "P111",
        "“\(entry.school)”上次是用别的字体生成的，它的补打页没有放进补打文件。请不加 --school、--city 重新运行一次。",
        at: .none
      )
    )
    return PageArchive([:])
  }

  private static var newerProgram: Diagnostic {
    Diagnostic(
      .warning,
      "P112",
      "已打印的材料是另一版本的程序做的，版式可能不同，补打清单会列出所有不同的页。数据没有变的，请用原来的文件补打。",
      at: .none
    )
  }

  /// A school whose packet the folder no longer holds.
  private static func missing(_ old: PrintedSchool, isGone: Bool) -> Changed {
    var empty = old
    empty.documents = []
    empty.copies = []
    empty.tables = []
    empty.withheld = isGone ? [] : [DocumentKey(form: "", volume: "")]
    return Changed(
      school: old,
      sheets: SheetComparison(from: old, to: empty, values: []).changes,
      values: [],
      pages: PageArchive([:])
    )
  }

  /// Whether paper shows all that the folder holds.
  var isEmpty: Bool { schools.isEmpty }

  /// The sheets that are taken out.
  var takenSheets: Int { sum { $0.hold == nil ? $0.taken?.sheets ?? 0 : 0 } }

  /// The sheets that are put in.
  var addedSheets: Int { sum { $0.added?.sheets ?? 0 } }

  private func sum(_ count: (SheetChange) -> Int) -> Int {
    schools.flatMap(\.sheets).reduce(0) { $0 + count($1) }
  }

  /// The papers of the sheets, A4 first.
  var papers: [String] {
    let names = Set(schools.flatMap(\.sheets).map { ByteKey($0.paper) }).map(\.text)
    let others = names.filter { $0 != "A4" }.sorted { left, right in
      left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return names.filter { $0 == "A4" } + others
  }

  /// The pages of one paper in the order of the list, each a part of its own that the outline and the
  /// page label name by school, form, 册, copy and page.
  func parts(paper: String) -> [PDFPart] {
    schools.flatMap { changed in
      changed.sheets.filter { $0.paper.hasSameBytes(as: paper) }.flatMap { change in
        change.prints.flatMap { sheet in part(of: sheet, change, changed) }
      }
    }
  }

  private func part(
    of sheet: [(document: Int, page: Int)],
    _ change: SheetChange,
    _ changed: Changed
  )
    -> [PDFPart]
  {
    var parts: [PDFPart] = []
    let titles = [changed.school.name] + change.titles
    for side in sheet {
      if side.page == 0 {
        guard let front = parts.last, let page = front.pages.last else { continue }
        parts.append(
          PDFPart(
            label: PrintFile.label(titles, isBack: true),
            firstNumber: front.firstNumber,
            pages: [EncodedPage(width: page.width, height: page.height)]
          )
        )
        continue
      }
      let place = PageArchive.Place(document: side.document, page: side.page)
      guard let page = changed.pages.pages[place] else { continue }
      let total = changed.school.documents[side.document].pages.count
      parts.append(
        PDFPart(
          outline: change.document.form == "slip"
            ? titles : titles + ["第 \(side.page) 页 共 \(total) 页"],
          label: PrintFile.label(titles, isBack: false),
          firstNumber: side.page,
          pages: [page]
        )
      )
    }
    return parts
  }
}

extension SheetChange {
  /// 登记表 护理, 第 1 份; a slip has its own words.
  var titles: [String] {
    guard let copy else { return [document.volume] }
    let name = FormTitles.title(document.form)
    return [document.volume.isEmpty ? name : "\(name) \(document.volume)", "第 \(copy) 份"]
  }
}
