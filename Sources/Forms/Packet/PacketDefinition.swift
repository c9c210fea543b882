package import Records

/// A season's `packet.xml`: its year and dates, extra columns, the forms with their templates, the
/// materials with their copies, and the order of the packet.
package struct PacketDefinition: Hashable, Sendable {
  /// The year of graduation.
  package var year: Int
  /// The notice's number.
  package var notice: String
  /// The best score, 100 unless given.
  package var fullMark: Int
  /// How certificate numbers are made up (`{Y:4}{单位:2}{流水:5}`); nil where no rule is known.
  package var certificatePattern: CertificatePattern?
  /// Dates and places.
  package var season = Season()
  /// Extra columns of tables.
  package var fields: [ExtraField] = []
  /// The forms, in the order of the file.
  package var forms: [Form] = []
  /// The materials of the notice, in the order of the file.
  package var materials: [Material] = []
  /// What a packet is made of, in order.
  package var order: [OrderItem] = []

  /// The notice's dates and places, in its words.
  package struct Season: Hashable, Sendable {
    /// 现场验印时间.
    package var sealingPeriod = ""
    /// The first day, canonical; empty where it is not given.
    package var sealingStart = ""
    /// The last day, canonical; empty where it is not given.
    package var sealingEnd = ""
    /// 现场验印地点.
    package var sealingPlace = ""
    /// 回执截止日期.
    package var receiptDeadline = ""
    /// 回执邮箱.
    package var receiptMail = ""
  }

  /// An extra column of a table.
  package struct ExtraField: Hashable, Sendable {
    /// The table.
    package var table: TableKind
    /// Names and kind.
    package var definition: FieldDefinition
  }

  /// A form and its templates.
  package struct Form: Hashable, Sendable {
    /// The form's id (`registration`).
    package var id: String
    /// The template used unless a variant is asked for.
    package var template: String
    /// Other templates by name.
    package var variants: [Variant]
    /// What one document of the form is about.
    package var unit: Unit
    /// Who prints it.
    package var source: Source

    /// A named template.
    package struct Variant: Hashable, Sendable {
      /// `a4`, `card`.
      package var name: String
      /// The file.
      package var template: String
    }
  }

  /// What one document of a form is about.
  package enum Unit: String, CaseIterable, Sendable {
    /// A 册.
    case volume
    /// A school.
    case school
    /// A college and a source school.
    case college
    /// A bureau with its schools, or a 区直 school.
    case holder
  }

  /// Who prints a form.
  package enum Source: String, CaseIterable, Sendable {
    /// We do, with our layout.
    case own
    /// The student system does; a slip stands in for it.
    case system
  }

  /// A material of the notice.
  package struct Material: Hashable, Sendable {
    /// Its number in the notice.
    package var number: Int
    /// Its name in the notice.
    package var title: String
    /// The form that is printed for it; nil for originals.
    package var form: String?
    /// The seals that it wants, in order.
    package var seals: [String]
    /// How many copies each type of school brings; types that the notice gives no number for are
    /// missing.
    package var copies: [Copies]
    /// What the slip for an original says; nil for the program's own words.
    package var slip: Slip?

    /// How many copies a type of school brings.
    package struct Copies: Hashable, Sendable {
      /// 市县学校, 区直中职学校, 高校中职部 or 其他.
      package var schoolType: String
      /// The number.
      package var count: Int
    }

    /// The words of a slip.
    package struct Slip: Hashable, Sendable {
      /// What goes here.
      package var headline: String
      /// How.
      package var note: String
    }

    /// The copies that a type of school brings; nil where the notice does not say.
    package func copies(for schoolType: String) -> Int? {
      copies.first { $0.schoolType.utf8.elementsEqual(schoolType.utf8) }?.count
    }
  }

  /// A part of a packet.
  package enum OrderItem: Hashable, Sendable {
    /// A form that is no material (the checklist).
    case form(String)
    /// A material by its number.
    case material(Int)
  }

  /// The form of an id.
  package func form(_ id: String) -> Form? {
    forms.first { $0.id == id }
  }

  /// The record schema with the extra columns declared.
  package var schema: RecordSchema {
    var schema = RecordSchema.builtIn
    for field in fields { schema.declare(field.definition, in: field.table) }
    return schema
  }
}
