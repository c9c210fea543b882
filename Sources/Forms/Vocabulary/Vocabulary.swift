package import DocumentModel
package import Records

/// Every name that templates may use, for each form.
package struct Vocabulary: Sendable {
  /// The types of entities by name.
  package let types: [String: EntityType]
  /// The names of the types; their order numbers them.
  private let names: [String]

  /// The vocabulary of a record schema, extra fields of `packet.xml` included.
  package init(schema: RecordSchema) {
    func stored(_ table: TableKind, _ title: String) -> EntityType {
      EntityType(name: table.name, title: title, table: table, stored: schema[table])
    }
    func stored<Field: DerivedField>(
      _ table: TableKind,
      _ title: String,
      derived fields: Field.Type
    ) -> EntityType {
      var type = stored(table, title)
      type.derived = fields.allCases.map(\.definition)
      type.origins = fields.allOrigins
      return type
    }
    func computed<Field: DerivedField>(
      _ name: String,
      _ title: String,
      _ fields: Field.Type,
      _ collections: [EntityType.Member] = []
    ) -> EntityType {
      EntityType(
        name: name,
        title: title,
        derived: fields.allCases.map(\.definition),
        origins: fields.allOrigins,
        collections: collections
      )
    }
    func all(_ member: String, _ title: String, of entity: String) -> EntityType.Member {
      EntityType.Member(name: member, title: title, entity: entity)
    }
    var graduate = stored(.graduate, "毕业生")
    graduate.lists = [all("scores", "成绩", of: "course")]
    let list = [
      computed("season", "验印季", SeasonValue.self),
      stored(.school, "学校", derived: SchoolValue.self),
      graduate,
      stored(.course, "课程"),
      stored(.change, "异动", derived: ChangeValue.self),
      stored(.enrolment, "对口招收"),
      computed(
        "volume",
        "册",
        VolumeValue.self,
        [all("graduates", "毕业生", of: "graduate"), all("courses", "课程", of: "course")]
      ),
      computed("review", "审核表", ReviewValue.self, [all("majors", "专业", of: "reviewRow")]),
      computed("reviewRow", "审核表的专业", ReviewRowValue.self),
      EntityType(
        name: "summary",
        title: "异动情况",
        collections: [all("changes", "异动", of: "change")]
      ),
      computed(
        "college",
        "高职院校",
        CollegeValue.self,
        [all("enrolments", "对口招收", of: "enrolment")]
      ),
      computed("receipt", "回执", ReceiptValue.self, [all("schools", "学校", of: "school")]),
      computed(
        "packet",
        "材料清单",
        PacketValue.self,
        [all("materials", "材料", of: "material"), all("checks", "数据核对", of: "check")]
      ),
      computed("material", "材料", MaterialValue.self),
      computed("check", "数据核对", CheckValue.self),
      computed("slip", "插页", SlipValue.self, [all("rows", "内容", of: "slipRow")]),
      computed("slipRow", "插页的行", SlipRowValue.self),
      computed(
        "reprint",
        "补打清单",
        ReprintValue.self,
        [all("groups", "学校", of: "reprintGroup")]
      ),
      computed(
        "reprintGroup",
        "补打的学校",
        ReprintGroupValue.self,
        [all("lines", "补打的页", of: "reprintLine")]
      ),
      computed("reprintLine", "补打的页", ReprintLineValue.self),
      computed(
        "correction",
        "更正单",
        CorrectionValue.self,
        [all("rows", "更正的值", of: "correctionRow")]
      ),
      computed("correctionRow", "更正的值", CorrectionRowValue.self),
      computed(
        "city",
        "市教育局各表",
        CityValue.self,
        [all("schools", "学校", of: "cityRow"), all("days", "验印的日子", of: "cityDay")]
      ),
      computed("banner", "分隔页", BannerValue.self),
      computed("cityRow", "市教育局各表的学校", CityRowValue.self),
      computed(
        "cityDay",
        "验印的日子",
        CityDayValue.self,
        [all("schools", "学校", of: "cityRow")]
      ),
    ]
    types = Dictionary(list.map { ($0.name, $0) }) { first, _ in first }
    names = list.map(\.name)
  }

  /// The number of a type, which stands for it in the origins of its computed values.
  func number(of type: EntityType) -> UInt8 {
    UInt8(clamping: names.firstIndex(of: type.name) ?? names.count)
  }

  /// The computed field that a shown value came from; nil for values of records and for words of the
  /// template.
  package func computedField(of id: ValueID) -> FieldDefinition? {
    guard id.table >= ValueProgram.derivedTables else { return nil }
    let number = Int(id.table - ValueProgram.derivedTables)
    guard number < names.count, let type = types[names[number]], Int(id.field) < type.derived.count
    else { return nil }
    return type.derived[Int(id.field)]
  }

  /// Which item of a list a shown value is (the course of a score, counted from 0); nil for others.
  package static func listIndex(of id: ValueID) -> Int? {
    let index = Int(id.field) - ValueProgram.listFields
    return id.table < ValueProgram.derivedTables && index >= 0 ? index : nil
  }

  /// The names of a form's roots; `season` is a root of every form.
  ///
  /// - Returns: nil for a form that the program does not make.
  package func roots(of form: String) -> [String]? {
    switch form {
    case "registration": ["season", "school", "volume"]
    case "review": ["season", "school", "review"]
    case "changes": ["season", "school", "summary"]
    case "intake": ["season", "school", "college"]
    case "receipt": ["season", "receipt"]
    case "checklist": ["season", "school", "packet"]
    case "slip": ["season", "school", "slip"]
    case "reprint-list": ["season", "reprint"]
    case "correction-slip": ["season", "school", "correction"]
    case "banner": ["season", "banner"]
    case "handover", "return-list", "schedule": ["season", "city"]
    default: nil
    }
  }
}
