internal import Markup

extension PacketReader {
  mutating func material(
    _ element: MarkupElement,
    _ packet: PacketDefinition
  ) -> PacketDefinition.Material? {
    check(element)
    guard element["number"]?.value != nil, let title = element["title"]?.value,
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
    for child in elements(element) {
      if child.name == "slip" {
        check(child)
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
    check(element)
    guard let text = element["type"]?.value,
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

  mutating func order(
    _ element: MarkupElement,
    _ packet: PacketDefinition
  ) -> [PacketDefinition.OrderItem] {
    check(element)
    var items: [PacketDefinition.OrderItem] = []
    for child in elements(element) {
      check(child)
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
