internal import Diagnostics
internal import Markup
internal import Records

/// Reads `packet.xml`.
struct PacketReader: ElementChecking {
  /// The types of schools that copies are counted for.
  static let schoolTypes = ["市县学校", "区直中职学校", "高校中职部", "其他"]

  var sink = DiagnosticSink()
  let source: MarkupSource
  /// Where the names of template files stand, for findings about the files.
  var templatePlaces: [(file: String, form: String, text: MarkupText)] = []

  init(_ source: MarkupSource) {
    self.source = source
  }

  /// Reads the root element; nil where nothing can be made of it.
  mutating func packet(_ root: MarkupElement) -> PacketDefinition? {
    guard root.name == "packet" else {
      report("T010", "packet.xml 的根元素应是 <packet>，而不是 <\(root.name)>。", at: root.nameOffset)
      return nil
    }
    check(root)
    var packet = PacketDefinition(
      year: integer(root, "year", in: 2000...2099) ?? 2000,
      notice: root["notice"]?.value.value ?? "",
      fullMark: integer(root, "full-mark", in: 1...1000) ?? 100,
      certificatePattern: certificatePattern(root)
    )
    let parts = elements(root)
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
    var places: [(number: Int, offset: Int)] = []
    for element in parts where element.name == "material" {
      guard let material = material(element, packet) else { continue }
      places.append((material.number, element.nameOffset))
      if packet.materials.contains(where: { $0.number == material.number }) {
        report("T050", "材料\(material.number)写了两次。", at: element.nameOffset)
      } else {
        packet.materials.append(material)
      }
    }
    if let order = single(parts, "order", of: root) {
      packet.order = self.order(order, packet)
      // A material that is nowhere in the pile would be missing without a word.
      for (number, offset) in places where !packet.order.contains(.material(number)) {
        let message =
          "材料\(number)没有列入 <order>，不会印出。请在 <order> 中加 <item material=\"\(number)\"/>，"
          + "或删去这个 <material>。"
        report("T054", message, at: offset)
      }
    }
    return packet
  }

  /// The child elements that the grammar knows; everything else is reported.
  mutating func elements(_ parent: MarkupElement) -> [MarkupElement] {
    let names = Self.grammar[parent.name].children
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
    check(element)
    noContent(element)
    return PacketDefinition.Season(
      sealingPeriod: element["sealing-period"]?.value.value ?? "",
      sealingStart: day(element, "sealing-start"),
      sealingEnd: day(element, "sealing-end"),
      sealingPlace: element["sealing-place"]?.value.value ?? "",
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
}
