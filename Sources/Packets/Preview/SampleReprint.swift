import Records

/// The made-up reprint that `yanyin template preview` shows: the school of `SampleSeason` with a name
/// and a score corrected and a status change added.
enum SampleReprint {
  static let day = "2023-07-05"
  static let baseline = "2023年6月28日"

  /// The differences of the sample school.
  static func set(_ school: School) -> ReprintSet {
    let volume = DocumentKey(form: "registration", volume: "电子商务")
    let across = ["骑缝章"]
    let all = ["学校公章", "市教育局章", "骑缝章"]
    func span(_ first: Int, _ last: Int, of total: Int) -> SheetChange.Span {
      SheetChange.Span(first: first, last: last, total: total, sheets: last - first + 1)
    }
    func change(
      _ document: DocumentKey,
      _ paper: String,
      _ copy: Int,
      _ taken: SheetChange.Span,
      _ added: SheetChange.Span,
      _ seals: [String],
      _ certificates: [String] = []
    ) -> SheetChange {
      SheetChange(
        document: document,
        paper: paper,
        copy: copy,
        taken: taken,
        added: added,
        seals: seals,
        certificates: certificates,
        prints: []
      )
    }
    let numbers = ["20230100131", "20230100134", "20230100137", "20230100143"]
    var sheets = (1...3).flatMap { copy in
      [
        change(volume, "A3", copy, span(1, 1, of: 2), span(1, 1, of: 2), across, numbers),
        change(volume, "A3", copy, span(2, 2, of: 2), span(2, 2, of: 2), all),
      ]
    }
    sheets.append(
      change(
        DocumentKey(form: "changes", volume: ""),
        "A4",
        1,
        span(1, 1, of: 1),
        span(1, 2, of: 2),
        ["学校公章", "骑缝章"]
      )
    )
    let state = PrintedSchool(
      name: school.name,
      detail: "市县学校，一式 3 份",
      revision: renderingRevision,
      record: Array(school.record.values),
      documents: [],
      copies: [],
      withheld: [],
      tables: []
    )
    return ReprintSet(schools: [
      ReprintSet.Changed(
        school: state,
        sheets: sheets,
        values: values(school),
        pages: PageArchive([:])
      )
    ])
  }

  private static func values(_ school: School) -> [ValueChange] {
    let items = [("姓名", "农佳影", "农佳颖", 3), ("英语成绩", "57", "75补", 28)]
    return items.compactMap { item, before, after, place in
      guard school.graduates.indices.contains(place) else { return nil }
      let graduate = school.graduates[place]
      let idNumber = graduate[GraduateField.idNumber]
      return ValueChange(
        table: .graduate,
        form: "registration",
        key: idNumber,
        earlierKey: idNumber,
        name: graduate[GraduateField.name],
        idNumber: idNumber,
        earlierIDNumber: idNumber,
        certificates: [],
        item: item,
        before: before,
        after: after
      )
    }
  }

  /// What a ledger would know of them.
  static func corrections(_ school: School) -> [Correction] {
    values(school).map { change in
      Correction(
        school: school.name,
        table: .graduate,
        idNumber: change.idNumber,
        item: change.item,
        value: change.after,
        reason: change.item == "姓名" ? "系统已更正，依据身份证" : "漏录补考成绩，附登记表",
        author: "韦春燕",
        date: "2023-07-04"
      )
    }
  }
}
