import Markup
import Testing
import XMLOutput

@Suite("The XML Schema of a form")
struct SchemaTests {
  private let tables = [
    XMLTableSchema(
      container: "schools",
      element: "school",
      fields: [XMLTableSchema.Field(name: "name", heading: "学校名称", isRequired: true)]
    ),
    XMLTableSchema(
      container: "graduates",
      element: "graduate",
      fields: [
        XMLTableSchema.Field(name: "name", heading: "姓名", isRequired: true),
        XMLTableSchema.Field(name: "sex", heading: "性别", isRequired: false),
      ]
    ),
  ]

  private func violations(_ text: String) throws -> [SchemaViolation] {
    let schema = try SchemaWriter.schema(form: "registration", tables: tables)
    return try SchemaValidator.violations(in: Array(text.utf8), against: schema)
  }

  @Test("What the writer writes is valid")
  func validDocument() throws {
    for names in [[], ["韦一"], ["<script>", "]]>"]] {
      let bytes = try XMLRecordWriter.write(sampleDocument(names: names))
      #expect(try violations(String(decoding: bytes, as: UTF8.self)) == [])
    }
  }

  @Test("A schema documents its fields by their Chinese headings")
  func documentation() throws {
    let schema = try SchemaWriter.schema(form: "registration", tables: tables)
    let text = String(decoding: schema, as: UTF8.self)
    #expect(text.contains("<xs:documentation xml:lang=\"zh-CN\">姓名</xs:documentation>"))
    #expect(try SchemaWriter.schema(form: "registration", tables: tables) == schema)
  }

  @Test("A missing required value is a violation with its line")
  func missingValue() throws {
    let found = try violations(
      """
      <?xml version="1.0"?>
      <yanyin form="registration" year="2023" revision="1">
        <graduates>
          <graduate n="1"><sex>女</sex></graduate>
        </graduates>
      </yanyin>
      """
    )
    #expect(found.map(\.line) == [4])
    #expect(found.first?.message.contains("sex") == true)
  }

  @Test(
    "Other faults are violations too",
    arguments: [
      "<yanyin form=\"review\" year=\"2023\" revision=\"1\"/>",
      "<yanyin form=\"registration\" year=\"2023\"/>",
      "<yanyin form=\"registration\" year=\"zwei\" revision=\"1\"/>",
      "<yanyin form=\"registration\" year=\"2023\" revision=\"1\"><pupils/></yanyin>",
      """
      <yanyin form="registration" year="2023" revision="1"><schools><school n="0"><name/></school>\
      </schools></yanyin>
      """,
      "<yanyin form=\"registration\" year=\"2023\" revision=\"1\">",
      """
      <!DOCTYPE yanyin [<!ENTITY a "b">]>
      <yanyin form="registration" year="2023" revision="1"/>
      """,
      "",
    ]
  )
  func faults(document: String) throws {
    #expect(try !violations(document).isEmpty)
  }

  @Test("A schema that is none is an error")
  func brokenSchema() {
    #expect(throws: SchemaValidator.Failure.self) {
      try SchemaValidator.violations(in: Array("<a/>".utf8), against: Array("<a/>".utf8))
    }
  }
}
