import Diagnostics
import DocumentModel
import Foundation
import Markup
import Records
import Testing

@testable import Forms

/// `Templates/form.xsd`, which editors use, says the same as the grammars that files are checked
/// against.
@Suite("The schema for editors")
struct EditorSchemaTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The schema, its complex types, simple types and groups by name.
  private struct Schema {
    var elements: [(name: String, type: String)] = []
    private var definitions: [String: MarkupElement] = [:]

    init() throws {
      let bytes = Array(
        try Data(contentsOf: URL(fileURLWithPath: "\(EditorSchemaTests.root)/Templates/form.xsd"))
      )
      var sink = DiagnosticSink()
      let document = try #require(
        try MarkupDocument.parse(bytes, file: "form.xsd", into: &sink)
      )
      for definition in document.root.elements {
        guard let name = definition["name"]?.value.value else { continue }
        if definition.name == "xs:element" {
          elements.append((name, definition["type"]?.value.value ?? ""))
        } else {
          definitions[name] = definition
        }
      }
    }

    /// The elements that may stand in a type or group, with their types.
    func children(of name: String) -> [String: String] {
      definitions[name].map { children(in: $0) } ?? [:]
    }

    private func children(in element: MarkupElement) -> [String: String] {
      var found: [String: String] = [:]
      for child in element.elements {
        switch child.name {
        case "xs:element":
          found[child["name"]?.value.value ?? ""] = child["type"]?.value.value ?? ""
        case "xs:group":
          found.merge(children(of: child["ref"]?.value.value ?? "")) { first, _ in first }
        default: found.merge(children(in: child)) { first, _ in first }
        }
      }
      return found
    }

    /// The attributes of a type and whether they must be there.
    func attributes(of name: String) -> [String: Bool] {
      definitions[name].map { attributes(in: $0) } ?? [:]
    }

    private func attributes(in element: MarkupElement) -> [String: Bool] {
      var found: [String: Bool] = [:]
      for child in element.elements {
        if child.name == "xs:attribute" {
          found[child["name"]?.value.value ?? ""] = child["use"]?.value.value == "required"
        } else {
          found.merge(attributes(in: child)) { first, _ in first }
        }
      }
      return found
    }

    /// The words that a simple type allows, in order.
    func words(of name: String) -> [String] {
      func words(in element: MarkupElement) -> [String] {
        element.name == "xs:enumeration"
          ? [element["value"]?.value.value ?? ""] : element.elements.flatMap(words)
      }
      return definitions[name].map(words) ?? []
    }

    /// Every element below a root with its types; conditions have several.
    func reached(from root: (name: String, type: String)) -> [String: Set<String>] {
      var types: [String: Set<String>] = [:]
      var open = [root]
      while let next = open.popLast() {
        guard types[next.name, default: []].insert(next.type).inserted else { continue }
        open += children(of: next.type).map { ($0.key, $0.value) }
      }
      return types
    }
  }

  private func compare(_ grammar: Grammar, roots: [String]) throws {
    let schema = try Schema()
    var types: [String: Set<String>] = [:]
    for root in schema.elements where roots.contains(root.name) {
      types.merge(schema.reached(from: root)) { $0.union($1) }
    }
    #expect(types.keys.sorted() == grammar.elements.keys.sorted())
    for (name, rule) in grammar.elements {
      for type in types[name] ?? [] {
        let attributes = schema.attributes(of: type)
        #expect(attributes.keys.sorted() == rule.attributes.sorted(), "attributes of \(name)")
        let required = attributes.filter(\.value).keys.sorted()
        #expect(required == rule.required.sorted(), "required attributes of \(name)")
        // What stands under a condition depends on where the condition stands.
        guard name != "if", name != "else" else { continue }
        let expected = Set(rule.children + (rule.hasConditions ? ["if", "else"] : []))
        var children = Set(schema.children(of: type).keys)
        // The schema has one kind of text; that counters stand in footers alone, the compiler says.
        if expected.contains("span") {
          children.subtract(Set(TemplateCompiler.counters).subtracting(expected))
        }
        #expect(children == expected, "children of \(name)")
      }
    }
  }

  @Test("it has the elements and attributes of templates, and no others")
  func templates() throws {
    try compare(TemplateCompiler.grammar, roots: ["form", "blocks"])
  }

  @Test("it has the elements and attributes of packet.xml, and no others")
  func packet() throws {
    try compare(PacketReader.grammar, roots: ["packet"])
  }

  @Test("its lists of words are those of the program")
  func words() throws {
    let schema = try Schema()
    #expect(schema.words(of: "formId") == Vocabulary.forms)
    #expect(schema.words(of: "tableName") == TableKind.allCases.map(\.title))
    #expect(schema.words(of: "face") == FaceRole.allCases.map(\.keyword))
    #expect(schema.words(of: "per") == PacketDefinition.Unit.allCases.map(\.rawValue))
    #expect(schema.words(of: "source") == PacketDefinition.Source.allCases.map(\.rawValue))
    #expect(schema.words(of: "schoolType") == PacketReader.schoolTypes)
    #expect(schema.words(of: "fieldKind") == PacketReader.kinds.map(\.0))
  }

  @Test("every attribute that must be there is missed, every other is not")
  func required() throws {
    var sink = DiagnosticSink()
    let compiler = TemplateCompiler(vocabulary: Vocabulary(schema: .builtIn)) { _ in [] }
    let text = """
      <form><page/><table><colgroup><col share="1"/></colgroup></table><line/><rule/><space/>
      <signatures><box/></signatures><include/><each/><section/><if/></form>
      """
    _ = try compiler.compile("a.xml", bytes: Array(text.utf8), into: &sink)
    let missing = sink.diagnostics.filter { $0.code == "T013" }.map(\.message)
    for (element, attribute) in [
      ("form", "id"), ("form", "title"),
    ] {
      #expect(missing.contains { $0.contains("<\(element)>") && $0.contains("“\(attribute)”") })
    }
    sink = DiagnosticSink()
    let named = text.replacing("<form>", with: "<form id=\"review\" title=\"x\">")
    _ = try compiler.compile("a.xml", bytes: Array(named.utf8), into: &sink)
    let faults = Set(sink.diagnostics.filter { $0.code == "T013" }.map(\.message))
    for (element, attribute) in [
      ("page", "paper"), ("space", "height"), ("signatures", "height"), ("include", "href"),
      ("each", "item"), ("each", "in"), ("if", "test"),
    ] {
      #expect(faults.contains { $0.contains("<\(element)>") && $0.contains("“\(attribute)”") })
    }
    #expect(!faults.contains { $0.contains("<line>") || $0.contains("<rule>") })
  }
}
