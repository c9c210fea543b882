internal import Markup

extension PacketReader {
  mutating func form(_ element: MarkupElement) -> PacketDefinition.Form? {
    check(element)
    guard let id = element["id"]?.value, let template = element["template"]?.value else {
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
    for child in elements(element) {
      check(child)
      noContent(child)
      guard let name = child["name"]?.value, let file = child["template"]?.value else {
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
}
