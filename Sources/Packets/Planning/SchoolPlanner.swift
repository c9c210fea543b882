import DocumentModel
import Forms
import Records

/// Plans the documents of a school: which forms, which 册 and colleges, how many copies.
struct SchoolPlanner: Sendable {
  let season: Season
  let policy: PacketPolicy
  let options: RunOptions
  let collation: Collations

  /// The documents of a school but for its checklist, which is planned when their pages are known.
  func documents(ofSchoolAt index: Int) throws -> [PlannedDocument] {
    let school = season.schools[index]
    let roots = [policy.season, SeasonEntities.school(school, index: index)]
    var documents: [PlannedDocument] = []
    if options.includes(form: "registration") {
      documents += registrations(of: school, at: index, roots: roots)
    }
    if options.isProof { return documents }
    if options.includes(form: "review"), !school.graduates.isEmpty {
      documents += review(of: school, at: index, roots: roots)
    }
    if options.includes(form: "changes"), !school.graduates.isEmpty || !school.changes.isEmpty {
      documents += try changes(of: school, at: index, roots: roots)
    }
    if options.includes(form: "intake") {
      documents += intakes(of: school, at: index, roots: roots)
    }
    if options.includes(form: "receipt"), sendsOwnReceipt(school) {
      documents += receipt(of: school, at: index)
    }
    return documents
  }

  /// Whether a school reports to the provincial office itself (notice, 一(二)).
  func sendsOwnReceipt(_ school: School) -> Bool {
    !school.record[SchoolField.type].hasSameBytes(as: "市县学校")
  }

  private func registrations(
    of school: School,
    at index: Int,
    roots: [Entity]
  )
    -> [PlannedDocument]
  {
    guard let form = policy.form("registration", isProof: options.isProof) else { return [] }
    let unit = options.isProof ? .class : policy.volumeUnit(options.volumes)
    let copies = options.isProof ? 1 : policy.copies(of: "registration", for: school) ?? 0
    return Volume.all(of: school, by: unit).map { volume in
      PlannedDocument(
        form: "registration",
        volume: volume.name,
        material: 2,
        name: "\(options.isProof ? "核对表" : "登记表") \(volume.name)",
        stem: "\(options.isProof ? "校内核对稿" : "2-登记表")-\(SafeName.component(volume.name))",
        copies: copies,
        template: form.template,
        data: FormData(roots: roots + [SeasonEntities.volume(volume, of: school)]),
        records: [
          .school: [index], .graduate: Set(volume.graduates),
          .course: courses(of: volume, in: school),
        ],
        countedRecords: [.major: majors(of: volume, in: school)],
        exchange: ExchangedTables(
          school: index,
          records: [
            (.graduate, volume.graduates), (.major, Array(school.majors.indices)),
            (.course, Array(school.courses.indices)),
            (.change, Array(school.changes.indices)),
          ]
        )
      )
    }
  }

  private func courses(of volume: Volume, in school: School) -> Set<Int> {
    Set(
      school.courses.indices.filter {
        school.courses[$0][CourseField.major].hasSameBytes(as: volume.major)
      }
    )
  }

  private func majors(of volume: Volume, in school: School) -> Set<Int> {
    Set(
      school.majors.indices.filter {
        school.majors[$0][MajorField.name].hasSameBytes(as: volume.major)
      }
    )
  }

  private func review(of school: School, at index: Int, roots: [Entity]) -> [PlannedDocument] {
    guard let form = policy.form("review") else { return [] }
    return [
      PlannedDocument(
        form: "review",
        volume: nil,
        material: 3,
        name: "审核表",
        stem: "3-审核表",
        copies: policy.copies(of: "review", for: school) ?? 0,
        template: form.template,
        data: FormData(roots: roots + [SeasonEntities.review(of: school)]),
        records: [.school: [index], .major: Set(school.majors.indices)],
        countedRecords: [.graduate: Set(school.graduates.indices)],
        exchange: ExchangedTables(
          school: index,
          records: [
            (.graduate, Array(school.graduates.indices)), (.major, Array(school.majors.indices)),
          ]
        )
      )
    ]
  }

  private func changes(
    of school: School,
    at index: Int,
    roots: [Entity]
  ) throws
    -> [PlannedDocument]
  {
    guard let form = policy.form("changes") else { return [] }
    let printed = ChangeSelection.split(school.changes).printed
    // A row without its kind may belong into the table: nobody knows before it is filled.
    let kindless = school.changes.indices.filter { school.changes[$0][ChangeField.kind].isEmpty }
    let majors = try MajorOrder(school, pinyin: collation.pinyin)
    let rows = Lazy(count: printed.count) { position in
      let record = school.changes[printed[position]]
      return SeasonEntities.change(record, index: printed[position], majors: majors)
    }
    return [
      PlannedDocument(
        form: "changes",
        volume: nil,
        material: 5,
        name: "异动情况汇总表",
        stem: "5-异动情况汇总表",
        copies: policy.copies(of: "changes", for: school) ?? 1,
        template: form.template,
        data: FormData(roots: roots + [Entity(collections: [rows])]),
        records: [.school: [index], .change: Set(printed)],
        countedRecords: [.change: Set(kindless)],
        exchange: ExchangedTables(
          school: index,
          records: [(.change, Array(school.changes.indices))]
        )
      )
    ]
  }

  private func intakes(of school: School, at index: Int, roots: [Entity]) -> [PlannedDocument] {
    guard let form = policy.form("intake") else { return [] }
    return CollegeIntake.all(of: school).map { intake in
      PlannedDocument(
        form: "intake",
        volume: intake.college,
        material: 6,
        name: "对口招收信息表 \(intake.college)",
        stem: "6-对口招收信息表-\(SafeName.component(intake.college))",
        copies: policy.copies(of: "intake", for: school) ?? 1,
        template: form.template,
        data: FormData(roots: roots + [SeasonEntities.college(intake, of: school)]),
        records: [.school: [index], .enrolment: Set(intake.enrolments)],
        exchange: ExchangedTables(school: index, records: [(.enrolment, intake.enrolments)])
      )
    }
  }

  private func receipt(of school: School, at index: Int) -> [PlannedDocument] {
    guard let form = policy.form("receipt") else { return [] }
    return [
      PlannedDocument(
        form: "receipt",
        volume: nil,
        material: nil,
        name: "回执",
        stem: "回执",
        copies: 1,
        template: form.template,
        data: FormData(
          roots: [policy.season, SeasonEntities.receipt(of: school, index: index)]),
        records: [.school: [index]],
        exchange: ExchangedTables(school: index, records: [])
      )
    ]
  }
}
