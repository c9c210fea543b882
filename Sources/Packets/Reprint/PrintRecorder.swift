import DocumentModel
internal import Fingerprints
import Fonts
import Forms
import PDFOutput
import Records

/// Notes, school by school, what a run would put on paper, and keeps the pages that differ from what
/// is on paper already.
struct PrintRecorder: Sendable {
  let store: PrintStore
  /// What the folder knew before the run.
  let index: PrintIndex

  /// A state that was noted.
  struct Recorded: Sendable {
    /// Its name in the store.
    var state: String
    /// The name of the pages that differ from paper; nil where there are none.
    var pages: String?
    /// Whether nothing of the school is withheld.
    var isComplete: Bool
  }

  /// Notes a school's packet.
  func record(
    _ packet: PacketBuilder.Packet,
    withheld: [Manifest.Withheld],
    ofSchoolAt place: Int,
    in context: RunContext
  ) throws -> Recorded {
    let pieces = packet.files.flatMap(\.pieces).sorted { $0.place < $1.place }
    var making = try PrintedSchoolMaking(
      context: context,
      schoolIndex: place,
      withheld: withheld
    )
    for piece in pieces { making.add(piece) }
    let school = making.school
    let state = try store.keep(school.encoded)
    var recorded = Recorded(state: state, pages: nil, isComplete: withheld.isEmpty)
    guard let printed = index[school.name]?.printed, printed != state else { return recorded }
    let comparison = SchoolComparison(from: try store.state(printed), to: school)
    var pages: [PageArchive.Place: EncodedPage] = [:]
    for side in comparison.sheets.flatMap(\.prints).joined() where side.page > 0 {
      pages[PageArchive.Place(document: side.document, page: side.page)] =
        making.pages[side.document][side.page - 1]
    }
    guard !pages.isEmpty else { return recorded }
    recorded.pages = try store.keep(
      PageArchive(pages).encoded(school: school.name, faces: making.faces)
    )
    return recorded
  }
}

/// The differences of two states of a school.
struct SchoolComparison: Sendable {
  var values: [ValueChange]
  var sheets: [SheetChange]

  init(from old: PrintedSchool, to new: PrintedSchool) {
    values = ValueComparison(from: old, to: new).changes
    sheets = SheetComparison(from: old, to: new, values: values).changes
  }
}

/// Puts the state of a school together from its packet.
private struct PrintedSchoolMaking {
  private(set) var school: PrintedSchool
  /// The pages of each document of the state.
  private(set) var pages: [[EncodedPage]] = []
  /// What tells the faces of the run from any others.
  let faces: [String]
  private let context: RunContext
  private let source: School
  private var slips: [ByteKey: Int] = [:]

  init(context: RunContext, schoolIndex: Int, withheld: [Manifest.Withheld]) throws {
    self.context = context
    faces = try context.faces()
    source = context.season.schools[schoolIndex]
    let copies = context.policy.copies(of: "registration", for: source)
    let type = source.record[SchoolField.type]
    school = PrintedSchool(
      name: source.name,
      detail: copies.map { "\(type)，一式 \($0) 份" } ?? type,
      revision: renderingRevision,
      record: Array(source.record.values),
      documents: [],
      copies: [],
      withheld: withheld.map { DocumentKey(form: $0.form ?? "", volume: $0.volume ?? "") },
      tables: []
    )
  }

  /// The place of a document in the state, where it is added when its first copy comes.
  private mutating func place(of document: RenderedDocument) -> Int {
    let key = DocumentKey(form: document.plan.form, volume: document.plan.volume ?? "")
    if let known = school.documents.firstIndex(where: { $0.key == key }) { return known }
    add(document)
    return school.documents.count - 1
  }

  private mutating func add(_ document: RenderedDocument) {
    let index = school.documents.count
    let plan = document.plan
    let shown = ShownRecords(plan: plan, school: source, season: context.season)
    let tables = shown.tables(document: index)
    let graduates = tables.first { $0.table.kind == .graduate }?.records ?? []
    let places = Dictionary(zip(graduates, graduates.indices)) { first, _ in first }
    let isSealed = document.sealedPages
    school.documents.append(
      PrintedDocument(
        key: DocumentKey(form: plan.form, volume: plan.volume ?? ""),
        paper: document.paper,
        seals: context.policy.seals(of: plan.form, for: source),
        pages: document.pages.indices.map { page in
          PrintedPage(
            fingerprint: document.pages[page].fingerprint(with: faces),
            isSealed: isSealed[page],
            graduates: document.graduates[page].compactMap { places[$0] }
          )
        }
      )
    )
    pages.append(document.pages)
    school.tables += tables.map(\.table)
  }

  mutating func add(_ piece: PacketPiece) {
    let sides = context.options.isDuplex ? 2 : 1
    if let copy = piece.copy {
      let document = place(of: copy.document)
      school.copies.append(
        PrintedCopy(document: document, number: copy.number, sides: sides, slots: piece.slots)
      )
    } else {
      addSlip(piece, sides: sides)
    }
  }

  /// Slips have no copies; those of one name are told apart by their place in the pile.
  private mutating func addSlip(_ piece: PacketPiece, sides: Int) {
    let name = piece.outline.joined(separator: " ")
    let number = slips[ByteKey(name), default: 0] + 1
    slips[ByteKey(name)] = number
    let printed = piece.pages.filter { !$0.contents.isEmpty }
    school.copies.append(
      PrintedCopy(
        document: school.documents.count,
        number: 1,
        sides: sides,
        slots: piece.slots
      )
    )
    school.documents.append(
      PrintedDocument(
        key: DocumentKey(form: "slip", volume: number == 1 ? name : "\(name)（\(number)）"),
        paper: piece.paper,
        seals: [],
        pages: printed.map {
          PrintedPage(
            fingerprint: $0.fingerprint(with: faces),
            isSealed: false,
            graduates: []
          )
        }
      )
    )
    pages.append(printed)
  }
}

extension EncodedPage {
  /// A fingerprint of what is seen: of the page and of the faces that it is set in, whatever subset
  /// of them a file embeds.
  fileprivate func fingerprint(with faces: [String]) -> Fingerprint {
    var used: Set<Int> = []
    for content in contents {
      for cid in content.cids { used.insert(Int(cid >> 16)) }
    }
    var encoder = CanonicalEncoder()
    encoder.append(fingerprint.bytes)
    for face in used.sorted() where faces.indices.contains(face) {
      encoder.append(face)
      encoder.append(faces[face])
    }
    return Fingerprint(of: encoder.bytes)
  }
}
