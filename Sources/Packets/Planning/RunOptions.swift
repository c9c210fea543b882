/// What a run is asked to make.
package struct RunOptions: Sendable {
  /// A format of single forms.
  package enum Format: String, CaseIterable, Sendable {
    /// To print.
    case pdf
    /// To read in a browser.
    case html
    /// To exchange: the program's own records.
    case xml
    /// To edit: the receipt.
    case xlsx
  }

  /// How the copies of a packet are ordered (notice 一(三)3 asks for sets of materials).
  package enum Order: String, CaseIterable, Sendable {
    /// All copies of a form one after another.
    case document
    /// Set by set, one for each holder.
    case holder
  }

  /// The formats of single forms.
  package var formats: Set<Format> = [.pdf]
  /// How copies are ordered.
  package var order: Order = .document
  /// What the 登记表 is split by.
  package var volumes: VolumeUnit = .major
  /// Whether faulty documents are printed too, all pages marked 草稿.
  package var isDraft = false
  /// Whether each copy is padded to an even number of pages.
  package var isDuplex = false
  /// Whether print files of all schools are made, one per paper size.
  package var isMerged = false
  /// Whether proof lists for the students are made instead of a packet.
  package var isProof = false
  /// Cities whose schools are made; empty for all.
  package var cities: [String] = []
  /// Schools that are made; empty for all.
  package var schools: [String] = []
  /// Forms that are made; empty for all.
  package var forms: [String] = []
  /// Copies of materials (2) and (3) for school types whose number the notice does not give.
  package var copies: [String: Int] = [:]
  /// Another template of a form, by form id.
  package var variants: [String: String] = [:]
  /// The slice of the plan that is made; nil for all of it.
  package var shard: Shard?
  /// How many schools are rendered at a time.
  package var jobs = 1
  /// The day of the run, `2023-07-05`, for the sheets of a reprint; nothing else shows it.
  package var today = ""

  /// The options of a plain `yanyin packet`.
  package init() {}

  /// Whether only a part of what the inputs give is made: such a run deletes nothing and merges the
  /// manifest.
  package var isFiltered: Bool { isSelective || shard != nil }

  /// Whether the plan is a part of what the inputs give; a slice of it is another matter.
  var isSelective: Bool { !cities.isEmpty || !schools.isEmpty || !forms.isEmpty || isProof }

  /// Whether a form is asked for.
  package func includes(form: String) -> Bool {
    forms.isEmpty || forms.contains { $0.utf8.elementsEqual(form.utf8) }
  }

  /// Whether a school is asked for.
  package func includes(school: String, city: String) -> Bool {
    let isSchool = schools.isEmpty || schools.contains { $0.utf8.elementsEqual(school.utf8) }
    let isCity = cities.isEmpty || cities.contains { $0.utf8.elementsEqual(city.utf8) }
    return isSchool && isCity
  }
}
