internal import Diagnostics
internal import Markup

/// The elements of a language with the attributes and children that each may have.
///
/// The one list that files are checked against; a test compares `Templates/form.xsd`, which editors
/// use, with it.
struct Grammar: Sendable {
  /// What an element may hold.
  struct Element: Sendable {
    /// Attributes that must be there.
    var required: [String] = []
    /// Attributes that may be there.
    var optional: [String] = []
    /// Elements that may stand inside, `if` and `else` aside.
    var children: [String] = []
    /// Whether `<if test>` and `<else>` may stand among the children.
    var hasConditions = false

    var attributes: [String] { required + optional }
  }

  let elements: [String: Element]

  /// The element of a name; one that holds nothing for names that the language does not have.
  subscript(name: String) -> Element { elements[name] ?? Element() }
}

extension ElementChecking {
  /// Reports attributes that an element does not have and those that it lacks.
  ///
  /// - Parameters:
  ///   - element: the element.
  ///   - excluded: attributes that make no sense here, though the element may have them.
  mutating func check(_ element: MarkupElement, without excluded: [String] = []) {
    let rule = Self.grammar[element.name]
    let names = rule.attributes.filter { !excluded.contains($0) }
    for attribute in element.attributes where !names.contains(attribute.name) {
      // An editor's link to the schema is no part of the language.
      if attribute.name.hasPrefix("xmlns:") || attribute.name.hasPrefix("xsi:") { continue }
      let hint = NearestName.hint(for: attribute.name, among: names)
      let message = "<\(element.name)> 没有属性“\(attribute.name)”。"
      report("T012", message + (names.isEmpty ? "请删去。" : hint), at: attribute.nameOffset)
    }
    for name in rule.required { _ = required(element, name) }
  }
}
