internal import Diagnostics
internal import Markup
internal import Records

/// Reads `packet.xml`.
struct PacketReader: ElementChecking {
  static let elementNames = [
    "packet", "season", "field", "form", "variant", "material", "slip", "copies", "order", "item",
  ]

  /// The types of schools that copies are counted for.
  static let schoolTypes = ["市县学校", "区直中职学校", "高校中职部", "其他"]

  var sink = DiagnosticSink()
  let source: MarkupSource
  /// Where the names of template files stand, for findings about the files.
  private(set) var templatePlaces: [(file: String, form: String, text: MarkupText)] = []

  init(_ source: MarkupSource) {
    self.source = source
  }

  /// Reads the root element; nil where nothing can be made of it.
  mutating func packet(_ root: MarkupElement) -> PacketDefinition? {
    guard root.name == "packet" else {
      report("T010", "packet.xml 的根元素应是 <packet>，而不是 <\(root.name)>。", at: root.nameOffset)
      return nil
    }
    let schema = root.attributes.map(\.name).filter {
      $0.hasPrefix("xmlns:") || $0.hasPrefix("xsi:")
    }
    allow(root, ["year", "notice", "full-mark", "certificate-pattern"] + schema)
    _ = required(root, "year")
    var packet = PacketDefinition(
      year: integer(root, "year", in: 2000...2099) ?? 2000,
      notice: required(root, "notice")?.value ?? "",
      fullMark: integer(root, "full-mark", in: 1...1000) ?? 100,
      certificatePattern: certificatePattern(root)
    )
    let parts = elements(root, ["season", "field", "form", "material", "order"])
    if let season = single(parts, "season", of: root) { packet.season = self.season(season) }
    let extra = parts.filter { $0.name == "field" }
    for element in extra {
      if let field = field(element, packet.schema) { packet.fields.append(field) }
    }
    for element in parts where element.name == "form" {
      guard let form = form(element) else { continue }
      if packet.form(form.id) != nil {
        report("T050", "表“\(form.id)”写了两次。", at: element.nameOffset)
      } else {
        packet.forms.append(form)
      }
    }
    for element in parts where element.name == "material" {
      guard let material = material(element, packet) else { continue }
      if packet.materials.contains(where: { $0.number == material.number }) {
        report("T050", "材料\(material.number)写了两次。", at: element.nameOffset)
      } else {
        packet.materials.append(material)
      }
    }
    if let order = single(parts, "order", of: root) { packet.order = self.order(order, packet) }
    return packet
  }

  /// The child elements of the given names; everything else is reported.
  private mutating func elements(_ parent: MarkupElement, _ names: [String]) -> [MarkupElement] {
    var elements: [MarkupElement] = []
    for node in parent.children {
      switch node {
      case .text(let text): noText(text, in: parent)
      case .element(let element):
        if names.contains(element.name) {
          elements.append(element)
        } else {
          misplaced(element, in: parent, allowed: names)
        }
      }
    }
    return elements
  }

  private mutating func single(
    _ parts: [MarkupElement],
    _ name: String,
    of root: MarkupElement
  ) -> MarkupElement? {
    let found = parts.filter { $0.name == name }
    if found.isEmpty { report("T013", "<packet> 缺少 <\(name)>。", at: root.nameOffset) }
    for element in found.dropFirst() {
      report("T011", "<\(name)> 只能有一个。", at: element.nameOffset)
    }
    return found.first
  }

  private mutating func season(_ element: MarkupElement) -> PacketDefinition.Season {
    allow(
      element,
      [
        "sealing-period", "sealing-start", "sealing-end", "sealing-place", "receipt-deadline",
        "receipt-mail",
      ]
    )
    noContent(element)
    return PacketDefinition.Season(
      sealingPeriod: required(element, "sealing-period")?.value ?? "",
      sealingStart: day(element, "sealing-start"),
      sealingEnd: day(element, "sealing-end"),
      sealingPlace: required(element, "sealing-place")?.value ?? "",
      receiptDeadline: element["receipt-deadline"]?.value.value ?? "",
      receiptMail: element["receipt-mail"]?.value.value ?? ""
    )
  }

  private mutating func certificatePattern(_ root: MarkupElement) -> CertificatePattern? {
    guard let text = root["certificate-pattern"]?.value, !text.value.isEmpty else { return nil }
    guard let pattern = CertificatePattern(text.value) else {
      let message = "证书编号规则“\(text.value)”看不懂。请写成 {Y:4}{单位:2}{流水:5}：Y 是年份，冒号后面是位数；不知道规则就不写。"
      report("T014", message, in: text)
      return nil
    }
    return pattern
  }

  private mutating func day(_ element: MarkupElement, _ name: String) -> String {
    guard let text = element[name]?.value else { return "" }
    guard let pattern = DatePattern("d"), pattern.format(text.value) != nil else {
      report("T014", "“\(name)”的值“\(text.value)”不是日期。请写成 2023-07-03。", in: text)
      return ""
    }
    return text.value
  }

  private mutating func field(
    _ element: MarkupElement,
    _ schema: RecordSchema
  ) -> PacketDefinition.ExtraField? {
    allow(element, ["table", "name", "id", "required", "kind", "synonyms"])
    noContent(element)
    guard required(element, "table") != nil, let heading = required(element, "name") else {
      return nil
    }
    let tables = TableKind.seasonTables.map { ($0.title, $0) }
    let kind = choice(element, "kind", PacketReader.kinds) ?? .text
    guard let table = choice(element, "table", tables) else { return nil }
    let name = element["id"]?.value ?? heading
    guard PacketReader.isName(name.value) else {
      let message = "“\(name.value)”不能用作模板中的名称。请写 id=\"…\"，用字母开头，只含字母、数字、汉字。"
      report("T051", message, in: name)
      return nil
    }
    if schema[table].contains(where: { $0.heading == heading.value || $0.name == name.value }) {
      let message = "表“\(table.title)”已有列“\(heading.value)”，不必声明。"
      report(
        "T052",
        message,
        severity: .warning,
        at: heading.range.lowerBound
      )
      return nil
    }
    let synonyms = element["synonyms"]?.value.value.split(separator: " ").map(String.init) ?? []
    return PacketDefinition.ExtraField(
      table: table,
      definition: FieldDefinition(
        name.value,
        heading.value,
        kind,
        required: flag(element, "required") ?? false,
        synonyms: synonyms
      )
    )
  }

  private static let kinds: [(String, FieldKind)] = [
    ("text", .text), ("date", .date), ("month", .month), ("count", .count), ("phone", .phone),
    ("name", .personName), ("identity", .identity),
  ]

  private static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let reserved = ["index", "and", "or", "not", "in", "where"]
    guard let first = bytes.first, bytes.count <= 60, !reserved.contains(name) else { return false }
    // Full-width punctuation is no letter: （ and ） are frequent in headings.
    let hasPunctuation = name.unicodeScalars.contains { scalar in
      scalar.value >= 0x80 && !scalar.properties.isAlphabetic
    }
    return !hasPunctuation && !(0x30...0x39).contains(first)
      && bytes.allSatisfy {
        $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      }
  }

  private mutating func form(_ element: MarkupElement) -> PacketDefinition.Form? {
    allow(element, ["id", "template", "per", "source"])
    guard let id = required(element, "id"), let template = required(element, "template") else {
      return nil
    }
    guard choice(element, "id", Vocabulary.forms.map { ($0, $0) }) != nil else { return nil }
    let units = PacketDefinition.Unit.allCases.map { ($0.rawValue, $0) }
    let sources = PacketDefinition.Source.allCases.map { ($0.rawValue, $0) }
    var form = PacketDefinition.Form(
      id: id.value,
      template: template.value,
      variants: [],
      unit: choice(element, "per", units) ?? PacketReader.unit(of: id.value),
      source: choice(element, "source", sources) ?? .own
    )
    note(template, form: id.value)
    for child in elements(element, ["variant"]) {
      allow(child, ["name", "template"])
      noContent(child)
      guard let name = required(child, "name"), let file = required(child, "template") else {
        continue
      }
      if form.variants.contains(where: { $0.name == name.value }) {
        report("T050", "版式“\(name.value)”写了两次。", in: name)
        continue
      }
      note(file, form: id.value)
      form.variants.append(.init(name: name.value, template: file.value))
    }
    return form
  }

  private static func unit(of form: String) -> PacketDefinition.Unit {
    switch form {
    case "registration": .volume
    case "intake": .college
    case "receipt": .holder
    default: .school
    }
  }

  private mutating func note(_ file: MarkupText, form: String) {
    if let reason = TemplatePath.refusal(of: file.value) {
      report("T030", "不能使用“\(file.value)”：\(reason)", in: file)
    } else {
      templatePlaces.append((file.value, form, file))
    }
  }

  private mutating func material(
    _ element: MarkupElement,
    _ packet: PacketDefinition
  ) -> PacketDefinition.Material? {
    allow(element, ["number", "kind", "form", "title", "seals"])
    guard required(element, "number") != nil, let title = required(element, "title"),
      let number = integer(element, "number", in: 1...99)
    else { return nil }
    let isOriginal = choice(element, "kind", [("original", true)]) ?? false
    let forms = packet.forms.map { ($0.id, $0.id) }
    let form = element["form"] == nil ? nil : choice(element, "form", forms)
    if isOriginal == (element["form"] != nil) {
      let message = "<material> 要么写 kind=\"original\"（原件），要么写 form=\"…\"（打印的表）。"
      report("T013", message, at: element.nameOffset)
    }
    var material = PacketDefinition.Material(
      number: number,
      title: title.value,
      form: form,
      seals: element["seals"]?.value.value.split(separator: " ").map(String.init) ?? [],
      copies: [],
      slip: nil
    )
    for child in elements(element, ["copies", "slip"]) {
      if child.name == "slip" {
        allow(child, ["headline", "note"])
        noContent(child)
        material.slip = .init(
          headline: child["headline"]?.value.value ?? "",
          note: child["note"]?.value.value ?? ""
        )
      } else if let copies = copies(child, material) {
        material.copies.append(copies)
      }
    }
    return material
  }

  private mutating func copies(
    _ element: MarkupElement,
    _ material: PacketDefinition.Material
  ) -> PacketDefinition.Material.Copies? {
    allow(element, ["type"])
    guard let text = required(element, "type"),
      let type = choice(element, "type", PacketReader.schoolTypes.map { ($0, $0) })
    else { return nil }
    if material.copies(for: type) != nil {
      report("T050", "“\(type)”的份数写了两次。", in: text)
      return nil
    }
    let words = element.children.compactMap { node -> MarkupText? in
      guard case .text(let text) = node else { return nil }
      return text
    }
    let digits = words.map(\.value).joined().filter { !$0.isWhitespace }
    guard let count = WholeNumber.parse(digits), (0...20).contains(count) else {
      let offset = words.first?.range.lowerBound ?? element.nameOffset
      report("T014", "份数应是0到20的整数。", at: offset)
      return nil
    }
    return .init(schoolType: type, count: count)
  }

  private mutating func order(
    _ element: MarkupElement,
    _ packet: PacketDefinition
  ) -> [PacketDefinition.OrderItem] {
    allow(element, [])
    var items: [PacketDefinition.OrderItem] = []
    for child in elements(element, ["item"]) {
      allow(child, ["form", "material"])
      noContent(child)
      var item: PacketDefinition.OrderItem?
      if child["form"] != nil {
        item = choice(child, "form", packet.forms.map { ($0.id, .form($0.id)) })
      } else if child["material"] != nil {
        item = choice(
          child,
          "material",
          packet.materials.map { (String($0.number), .material($0.number)) }
        )
      } else {
        report("T013", "<item> 要有 form 或 material。", at: child.nameOffset)
      }
      guard let item else { continue }
      if items.contains(item) {
        report("T050", "<order> 中这一项写了两次。", at: child.nameOffset)
      } else {
        items.append(item)
      }
    }
    return items
  }
}
